using Helpdesk.Attachment.Images;
using Helpdesk.Attachment.Storing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Attachment.Downloading;

public static class PreviewPicture
{
    public static void Map(RouteGroupBuilder api) => api.MapMethods("/{id:guid}/preview", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .AllowAnonymous().Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("PreviewPicture")
        .WithSummary("A picture in small, at most 480 pixels a side, for who may see the file; documents have none");

    static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, string? grant, [FromHeader(Name = UnclaimedFile.Header)] string? receipt, HttpResponse response, ShownFile shown,
        IFileStore store, CancellationToken cancellationToken)
    {
        if (await shown.FindAsync(id, grant, receipt, response, cancellationToken) is not { IsPicture: true } file)
            return shown.NotFound(response);
        // A picture from before there were previews is its own.
        var (stream, type, tag) = file.PreviewSize > 0
            ? (store.OpenPreview(id), Preview.ContentType, $"\"{file.Sha256}-preview\"")
            : (store.Open(id), file.ContentType, $"\"{file.Sha256}\"");
        response.Headers.ContentDisposition = "inline";
        return stream is null ? shown.NotFound(response) : TypedResults.Stream(stream, type, entityTag: new(tag));
    }
}
