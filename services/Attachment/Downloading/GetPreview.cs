using Helpdesk.Api.Files;
using Helpdesk.Attachment.Images;
using Helpdesk.Attachment.Storing;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Attachment.Downloading;

static class GetPreview
{
    public static void Map(RouteGroupBuilder api) => api.MapMethods("/{id:guid}/preview", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .AllowAnonymous().Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).WithName("GetPreview")
        .WithSummary("A small version of an image, at most 480 pixels a side, for whoever may see the file; documents have none");

    static async Task<IResult> HandleAsync(
        Guid id, string? grant, [FromHeader(Name = FileHeaders.UploadReceipt)] string? receipt, HttpResponse response,
        DownloadAccess access, IFileStore store, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(id, grant, receipt, response, cancellationToken);
        if (!found.TryGet(out var file, out var refusal))
            return refusal.ToProblem();
        if (!file.IsImage)
            return DownloadAccess.NotThere(response);
        if (store.OpenPreview(id) is not { } stream)
            return DownloadAccess.NotThere(response);
        response.Headers.ContentDisposition = "inline";
        return TypedResults.Stream(stream, Preview.ContentType, entityTag: new($"\"{file.Sha256}-preview\""));
    }
}
