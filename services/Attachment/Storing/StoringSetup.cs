using Helpdesk.Attachment.Downloading;

namespace Helpdesk.Attachment.Storing;

static class StoringSetup
{
    public static void AddStoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IFileStore, DiskFileStore>();
        builder.Services.AddScoped<DownloadAccess>();
    }
}
