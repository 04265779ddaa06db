using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Live;
using LiveStream = Helpdesk.Ui.Live.Stream;

namespace Helpdesk.Portal.Following;

/// <summary>The line on which an open page hears that something happened to its ticket. Whoever may see the ticket may hear it.</summary>
static class LiveAddresses
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/t/{secret}/live", (string secret, Services services, LiveTickets tickets, TimeProvider time, CancellationToken cancellationToken) =>
            HearAsync(Door.OfLink(secret), services, tickets, time, cancellationToken)).AllowAnonymous();
        app.MapGet("/tickets/{number}/live", async (string number, HttpContext context, Services services, LiveTickets tickets, TimeProvider time, CancellationToken cancellationToken) =>
            await HearAsync(Door.OfAccount(number, (await context.CredentialAsync())!), services, tickets, time, cancellationToken)).RequireAuthorization();
    }

    static async Task<IResult> HearAsync(Door door, Services services, LiveTickets tickets, TimeProvider time, CancellationToken cancellationToken) =>
        await door.LookAsync(services, cancellationToken) is { } ticket
            ? TypedResults.ServerSentEvents(LiveStream.OfAsync(tickets, ticket.Id, time, cancellationToken))
            // Without content, or the browser would ask for ever.
            : TypedResults.NoContent();
}
