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
        builder.Services.AddSingleton<PictureProcess>();
        builder.Services.AddSingleton<CheckUpload>();
        // Who calls has limits of their own.
        builder.Services.AddTokenKeys<AttachmentDbContext>();
        builder.Services.AddSingleton<Senders>();
        builder.Services.AddSingleton<Unclaimed>();
        builder.Services.AddSingleton<Kept>();
        builder.Services.AddScoped<KeepFile>();
        builder.Services.AddHostedService<SweepUnclaimed>();
    }
}
