using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Opening;

/// <summary>A picture that was taken already, shown to who has its receipt until a ticket has it.</summary>
static class KeptPicture
{
    public static string PathOf(string receipt) => $"/kept/{receipt}";

    public static void Map(WebApplication app) => app.MapGet(PathOf("{receipt}"), HandleAsync).AllowAnonymous();

    static async Task<IResult> HandleAsync(string receipt, HttpContext context, Services services, ValueProtector protector, CancellationToken cancellationToken) =>
        protector.Unprotect<UploadReceipt>(receipt) is { } file && file.ContentType.StartsWith("image/", StringComparison.Ordinal)
            ? await services.PassOnAsync(context,
                Call.Get("attachment", $"/api/attachments/{file.Id}/preview").With("Upload-Receipt", receipt),
                cancellationToken)
            : TypedResults.NotFound();
}
