using Helpdesk.Ui.Browsing;

namespace Helpdesk.Portal.Following;

/// <summary>
/// The line on which an open page hears that something happened to its ticket. Whoever may see the ticket may hear it. The page says
/// which ticket it shows and how it saw it, for much can happen until its line stands.
/// </summary>
static class LiveAddresses
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/t/{secret}/live", (string secret, Guid? ticket, string? seen, LiveLine line, CancellationToken cancellationToken) =>
            line.PublishAsync(Door.OfLink(secret), ticket ?? default, seen, cancellationToken)).AllowAnonymous();
        app.MapGet("/tickets/{number}/live", async (
            string number, Guid? ticket, string? seen, HttpContext context, LiveLine line, CancellationToken cancellationToken) =>
            await context.CredentialAsync() is { } credential && Door.OfAccount(number, credential) is { } door
                ? await line.PublishAsync(door, ticket ?? default, seen, cancellationToken)
                : TypedResults.NoContent()).RequireAuthorization();
    }
}
