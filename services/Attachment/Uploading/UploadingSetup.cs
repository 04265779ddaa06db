using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Images;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Attachment.Uploading;

static class UploadingSetup
{
    public static void AddUploading(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration("Uploads").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PdfProcess>();
        builder.Services.AddSingleton<ImageProcess>();
        builder.Services.AddSingleton<CheckUpload>();
        // Accounts have limits of their own, so tokens are checked.
        builder.Services.AddTokenKeys<AttachmentDbContext>();
        builder.Services.AddSingleton<UploadRateLimiter>();
        builder.Services.AddSingleton<UnclaimedQuota>();
        builder.Services.AddSingleton<StorageQuota>();
        builder.Services.AddScoped<StoreUpload>();
        builder.Services.AddHostedService<SweepUnclaimed>();
    }
}
