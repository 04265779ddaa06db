using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;

namespace Helpdesk.Portal.Following;

/// <summary>
/// The addresses of a ticket's files on its pages. They last as long as the page does: each time the service is asked whether the reader
/// may still see the file, and where it lies for the next minutes. The browser keeps what it fetches there, not the way to it.
/// </summary>
static class FileAddresses
{
    const string Downloads = "/api/attachments/";

    static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(WebApplication app)
    {
        Map(app, "/files/{id:guid}", x => x.Url);
        Map(app, "/files/{id:guid}/preview", x => x.PreviewUrl);
    }

    static void Map(WebApplication app, string path, Func<FileDownload, string?> address)
    {
        app.MapMethods("/t/{secret}" + path, Methods, (string secret, Guid id, HttpContext context, Services services) =>
            SendAsync(Door.OfLink(secret), id, address, context, services)).AllowAnonymous();
        app.MapMethods("/tickets/{number}" + path, Methods, async (string number, Guid id, HttpContext context, Services services) =>
        {
            var door = await context.CredentialAsync() is { } credential ? Door.OfAccount(number, credential) : null;
            return await SendAsync(door, id, address, context, services);
        }).RequireAuthorization();
    }

    static async Task<IResult> SendAsync(Door? door, Guid id, Func<FileDownload, string?> address, HttpContext context, Services services)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (door is null)
            return TypedResults.NotFound();
        var answer = await door.FindFileAsync(services, id, context.RequestAborted);
        var url = answer.Value is { } download ? address(download) : null;
        return answer switch
        {
            // Nowhere else than where files are, whatever the service says.
            _ when url?.StartsWith(Downloads, StringComparison.Ordinal) == true => TypedResults.LocalRedirect(url),
            // Of what is no picture there is no preview.
            { Value: not null } when url is null => TypedResults.NotFound(),
            { Refusal.Type: "file-purged" } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            { Refusal: { } refusal } => TypedResults.StatusCode(refusal.PageStatus),
            _ => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }
}

/// <summary>Where a file can be fetched from, and of a picture its preview.</summary>
public sealed record FileDownload(string? Url, string? PreviewUrl);
