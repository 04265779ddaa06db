using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.TicketPages;

/// <summary>
/// The stream in which an open page hears that something happened to its ticket. Whoever may see the ticket may listen. The page says
/// which ticket it shows and how it saw it, for much can happen until the stream is open.
/// </summary>
static class LiveEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/t/{secret}/live", (string secret, Guid? ticket, string? seen, LiveTicketStream stream,
            CancellationToken cancellationToken) =>
            stream.OpenAsync(TicketAccess.ByLink(secret), ticket ?? default, seen, cancellationToken)).AllowAnonymous();
        app.MapGet("/tickets/{number}/live", async (
            string number, Guid? ticket, string? seen, HttpContext context, LiveTicketStream stream, CancellationToken cancellationToken) =>
            await context.TicketAccessAsync(number) is { } access
                ? await stream.OpenAsync(access, ticket ?? default, seen, cancellationToken)
                : TypedResults.NoContent()).RequireAuthorization();
    }
}
