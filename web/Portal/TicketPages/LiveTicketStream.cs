using System.Net.ServerSentEvents;
using System.Security.Claims;
using System.Threading.Channels;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Live;

namespace Helpdesk.Portal.TicketPages;

/// <summary>
/// Opens the stream of live events for one page: within the limits, for whoever may see the ticket, and until they may not.
/// </summary>
sealed class LiveTicketStream(
    IHttpContextAccessor browser, TicketingClient ticketing, LiveSubscriptions subscriptions, LiveLimits limits, LiveEventStream stream,
    RevokedTokens revoked)
{
    readonly HttpContext _context = browser.HttpContext!;

    public async Task<IResult> OpenAsync(TicketAccess access, Guid ticket, string? seen, CancellationToken cancellationToken)
    {
        if (!Enter(limits.EnterNetwork(ClientNetwork.Of(_context))))
            return TooMany("Too many pages from your network listen already.");
        var person = PersonOf(access);
        // Listens before it asks: what happens in between is heard.
        var events = Listen(ticket);
        var answer = await ticketing.GetAsync(access, cancellationToken);
        if (answer.Value is not { } found)
            // A stream that ends is opened again by the browser; without content it is not, or it would ask for ever.
            return answer.Problem is { IsUnavailable: false }
                ? TypedResults.NoContent()
                : TypedResults.ServerSentEvents(AsyncEnumerable.Empty<SseItem<LiveEvent>>());
        // Only now, or who names another's ticket would take its slots.
        if (!Enter(limits.EnterTicket(found.Id)))
            return TooMany("Too many pages listen to this ticket already.");
        // Merged into another one meanwhile; or another's, of which nothing is told.
        if (found.Id != ticket)
            events = Listen(found.Id);
        // The service may hear of it a moment later than this host.
        if (person is not null && revoked.Contain(person))
            return TypedResults.NoContent();
        var changed = found.Fingerprint() != seen;
        return TypedResults.ServerSentEvents(
            stream.ReadAsync(events, changed, () => IsAllowedAsync(access, found.Id, cancellationToken), cancellationToken));

        ChannelReader<LiveEvent> Listen(Guid id)
        {
            _context.Response.RegisterForDispose(subscriptions.Open(id, person, out var heard));
            return heard;
        }
    }

    bool Enter(IDisposable? slot)
    {
        if (slot is not null)
            _context.Response.RegisterForDispose(slot);
        return slot is not null;
    }

    /// <summary>
    /// With the claims of the token itself, which say of which session it is and since when; null for the ticket's link. Whether they are
    /// true the service says, which is asked with the token.
    /// </summary>
    ClaimsPrincipal? PersonOf(TicketAccess access) =>
        access.Bearer is { } bearer ? AccessToken.ReadUnchecked(bearer["Bearer ".Length..]) ?? _context.User : null;

    async Task<bool> IsAllowedAsync(TicketAccess access, Guid ticket, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ticketing.GetAsync(access, cancellationToken);
            return answer.Value is { } found ? found.Id == ticket : answer.Problem is not { IsUnavailable: false };
        }
        catch (SessionEndedException)
        {
            return false;
        }
    }

    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult TooMany(string why)
    {
        _context.Response.Headers.RetryAfter = "30";
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemTypes.TooManyLiveStreams,
            why + " This one shows what is new when it is loaded again.");
    }
}
