namespace Helpdesk.Attachment.Purging;

static class PurgingSetup
{
    public static void AddPurging(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PurgeOptions>().BindConfiguration("Purge").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<PurgeWorker>();
    }
}
