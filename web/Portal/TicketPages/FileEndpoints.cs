using Helpdesk.Api;
using Helpdesk.Api.Tickets;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;

namespace Helpdesk.Portal.TicketPages;

/// <summary>
/// The addresses of a ticket's files on its pages. They last as long as the page does: each time the service is asked whether the reader
/// may still see the file, and where it lies for the next minutes. The browser keeps what it fetches there, not the way to it.
/// </summary>
static class FileEndpoints
{
    static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(WebApplication app)
    {
        Map(app, "/files/{id:guid}", x => x.Url);
        Map(app, "/files/{id:guid}/preview", x => x.PreviewUrl);
    }

    static void Map(WebApplication app, string path, Func<GetFileResponse, string?> address)
    {
        app.MapMethods("/t/{secret}" + path, Methods, (string secret, Guid id, HttpContext context, TicketingClient ticketing) =>
            SendAsync(TicketAccess.ByLink(secret), id, address, context, ticketing)).AllowAnonymous();
        app.MapMethods("/tickets/{number}" + path, Methods,
            async (string number, Guid id, HttpContext context, TicketingClient ticketing) =>
            await SendAsync(await context.TicketAccessAsync(number), id, address, context, ticketing)).RequireAuthorization();
    }

    static async Task<IResult> SendAsync(
        TicketAccess? access, Guid id, Func<GetFileResponse, string?> address, HttpContext context, TicketingClient ticketing)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (access is null)
            return TypedResults.NotFound();
        var answer = await ticketing.GetFileAsync(access, id, context.RequestAborted);
        var url = answer.Value is { } file ? address(file) : null;
        return answer switch
        {
            // Nowhere else than where files are, whatever the service says.
            _ when AttachmentClient.IsDownload(url) => TypedResults.LocalRedirect(url!),
            // Of what is no picture there is no preview.
            { Value: not null } when url is null => TypedResults.NotFound(),
            { Problem.Type: ProblemTypes.FilePurged } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            { Problem: { } problem } => TypedResults.StatusCode(problem.PageStatus),
            _ => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }
}
