using Helpdesk.Attachment.Downloading;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment;

static class Endpoints
{
    public static void MapAttachment(this WebApplication app)
    {
        var api = app.MapGroup("/api/attachments").WithTags("Attachments");
        UploadFile.Map(api);
        DownloadFile.Map(api);
        GetPreview.Map(api);
    }
}
