using System.Net.ServerSentEvents;
using System.Threading.Channels;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Live;
using LiveStream = Helpdesk.Ui.Live.Stream;

namespace Helpdesk.Portal.Following;

/// <summary>
/// The line on which an open page hears that something happened to its ticket. Whoever may see the ticket may hear it. The page says
/// which ticket it shows and how it saw it, for much can happen until its line stands.
/// </summary>
static class LiveAddresses
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/t/{secret}/live", (string secret, Guid? ticket, string? seen, HttpContext context, Services services, LiveTickets tickets, TimeProvider time, CancellationToken cancellationToken) =>
            HearAsync(Door.OfLink(secret), ticket ?? default, seen, context, services, tickets, time, cancellationToken)).AllowAnonymous();
        app.MapGet("/tickets/{number}/live", async (
            string number, Guid? ticket, string? seen, HttpContext context, Services services, LiveTickets tickets, TimeProvider time,
            CancellationToken cancellationToken) =>
            await context.CredentialAsync() is { } credential && Door.OfAccount(number, credential) is { } door
                ? await HearAsync(door, ticket ?? default, seen, context, services, tickets, time, cancellationToken)
                : TypedResults.NoContent()).RequireAuthorization();
    }

    static async Task<IResult> HearAsync(Door door, Guid ticket, string? seen, HttpContext context, Services services, LiveTickets tickets, TimeProvider time, CancellationToken cancellationToken)
    {
        // Listens before it looks: what happens in between is heard.
        var events = Listen(ticket);
        var look = await door.LookAsync(services, cancellationToken);
        if (look.Refusal is { } refusal)
            // A line that ends is opened again by the browser; without content it is not, or it would ask for ever.
            return refusal.IsOutOfReach ? TypedResults.ServerSentEvents(AsyncEnumerable.Empty<SseItem<LiveEvent>>()) : TypedResults.NoContent();
        var found = look.Required;
        // Merged into another one meanwhile; or another's, of which nothing is told.
        if (found.Id != ticket)
            events = Listen(found.Id);
        return TypedResults.ServerSentEvents(LiveStream.OfAsync(events, changed: found.Mark != seen, time, cancellationToken));

        ChannelReader<LiveEvent> Listen(Guid id)
        {
            context.Response.RegisterForDispose(tickets.Open(id, out var heard));
            return heard;
        }
    }
}
