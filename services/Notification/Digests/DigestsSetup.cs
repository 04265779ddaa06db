namespace Helpdesk.Notification.Digests;

static class DigestsSetup
{
    public static void AddDigests(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DigestComposer>();
        builder.Services.AddHostedService<SendDigests>();
    }
}
