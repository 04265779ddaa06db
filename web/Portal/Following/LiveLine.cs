using System.Net.ServerSentEvents;
using System.Security.Claims;
using System.Threading.Channels;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Live;
using LiveStream = Helpdesk.Ui.Live.Stream;

namespace Helpdesk.Portal.Following;

/// <summary>Opens the line of one page: within the limits, for who may see the ticket, and until they may not.</summary>
sealed class LiveLine(
    IHttpContextAccessor browser, Services services, LiveTickets tickets, LiveLimits limits, LiveStream stream, RevokedTokens revoked)
{
    readonly HttpContext _context = browser.HttpContext!;

    public async Task<IResult> PublishAsync(Door door, Guid ticket, string? seen, CancellationToken cancellationToken)
    {
        if (!Enter(limits.EnterNetwork(ClientNetwork.Of(_context))))
            return TooMany("Too many pages from your network listen already.");
        var person = PersonOf(door);
        // Listens before it looks: what happens in between is heard.
        var events = Listen(ticket);
        var look = await door.LookAsync(services, cancellationToken);
        if (look.Refusal is { } refusal)
            // A line that ends is opened again by the browser; without content it is not, or it would ask for ever.
            return refusal.IsOutOfReach
                ? TypedResults.ServerSentEvents(AsyncEnumerable.Empty<SseItem<LiveEvent>>())
                : TypedResults.NoContent();
        var found = look.Required;
        // Only now, or who names another's ticket would take its places.
        if (!Enter(limits.EnterTicket(found.Id)))
            return TooMany("Too many pages listen to this ticket already.");
        // Merged into another one meanwhile; or another's, of which nothing is told.
        if (found.Id != ticket)
            events = Listen(found.Id);
        // The service may hear of it a moment later than this host.
        if (person is not null && revoked.Contain(person))
            return TypedResults.NoContent();
        var changed = found.Mark != seen;
        return TypedResults.ServerSentEvents(
            stream.OfAsync(events, changed, () => IsAllowedAsync(door, found.Id, cancellationToken), cancellationToken));

        ChannelReader<LiveEvent> Listen(Guid id)
        {
            _context.Response.RegisterForDispose(tickets.Open(id, person, out var heard));
            return heard;
        }
    }

    bool Enter(IDisposable? place)
    {
        if (place is not null)
            _context.Response.RegisterForDispose(place);
        return place is not null;
    }

    /// <summary>
    /// With the claims of the token itself, which say of which session it is and since when; null for the ticket's link. Whether they are
    /// true the service says, which is asked with the token.
    /// </summary>
    ClaimsPrincipal? PersonOf(Door door) =>
        door.Bearer is { } bearer ? AccessToken.ReadUnchecked(bearer["Bearer ".Length..]) ?? _context.User : null;

    async Task<bool> IsAllowedAsync(Door door, Guid ticket, CancellationToken cancellationToken)
    {
        try
        {
            var look = await door.LookAsync(services, cancellationToken);
            return look.Refusal?.IsOutOfReach ?? (look.Required.Id == ticket);
        }
        catch (SessionEndedException)
        {
            return false;
        }
    }

    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult TooMany(string why)
    {
        _context.Response.Headers.RetryAfter = "30";
        return Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-live-lines",
            why + " This one shows what is new when it is loaded again.");
    }
}
