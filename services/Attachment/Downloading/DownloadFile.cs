using Helpdesk.Attachment.Storing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Attachment.Downloading;

public static class DownloadFile
{
    public static void Map(RouteGroupBuilder api) => api.MapMethods("/{id:guid}", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .AllowAnonymous().Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("DownloadFile").WithSummary("The file, for whom a ticket's answer gave a grant; until a ticket has it, for who holds the receipt of its upload");

    static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, string? grant, [FromHeader(Name = UnclaimedFile.Header)] string? receipt, HttpResponse response, ShownFile shown,
        IFileStore store, CancellationToken cancellationToken)
    {
        if (await shown.FindAsync(id, grant, receipt, response, cancellationToken) is not { } file || store.Open(id) is not { } stream)
            return shown.NotFound(response);

        // Pictures are of our own making. A document is as somebody sent it: it never opens in the browser, under our address.
        var disposition = new ContentDispositionHeaderValue(file.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(stream, file.ContentType, entityTag: new($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
