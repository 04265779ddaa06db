using Helpdesk.Api.Files;
using Helpdesk.Attachment.Storing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Attachment.Downloading;

static class DownloadFile
{
    public static void Map(RouteGroupBuilder api) => api.MapMethods("/{id:guid}", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .AllowAnonymous().Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).WithName("DownloadFile")
        .WithSummary("The file, for whoever has a ticket's grant for it or, until a ticket has the file, the receipt of its upload");

    static async Task<IResult> HandleAsync(
        Guid id, string? grant, [FromHeader(Name = FileHeaders.UploadReceipt)] string? receipt, HttpResponse response,
        DownloadAccess access, IFileStore store, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(id, grant, receipt, response, cancellationToken);
        if (!found.TryGet(out var file, out var refusal))
            return refusal.ToProblem();
        if (store.Open(id) is not { } stream)
            return DownloadAccess.NotThere(response);

        // Images are cleaned by us. A document is as somebody sent it: it never opens in the browser, under our address.
        var disposition = new ContentDispositionHeaderValue(file.IsImage ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(stream, file.ContentType, entityTag: new($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
