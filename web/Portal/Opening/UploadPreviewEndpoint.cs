using Helpdesk.Portal.TicketPages;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Opening;

/// <summary>A picture that was uploaded, shown to whoever has its receipt until a ticket has it.</summary>
static class UploadPreviewEndpoint
{
    public static string PathOf(string receipt) => $"/uploads/{receipt}";

    public static void Map(WebApplication app) => app.MapGet(PathOf("{receipt}"), HandleAsync).AllowAnonymous();

    static async Task<IResult> HandleAsync(
        string receipt, HttpContext context, AttachmentClient attachments, ValueProtector protector, CancellationToken cancellationToken) =>
        protector.Unprotect<UploadReceipt>(receipt) is { } file && TicketExtensions.IsImage(file.ContentType)
            ? await RelayedFile.SendAsync(
                context, () => attachments.GetPreviewAsync(file.Id, receipt, cancellationToken), cancellationToken)
            : TypedResults.NotFound();
}
