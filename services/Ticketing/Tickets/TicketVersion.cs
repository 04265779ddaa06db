using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>
/// Whoever sends the version that they saw in <c>If-Match</c> changes nothing that somebody else has changed meanwhile, and learns who did
/// what. A customer's versions count only what a customer may know: neither a refusal nor a gap tells that staff wrote a note.
/// </summary>
static class TicketVersion
{
    const int MostTold = 20;

    /// <summary>Something that happened since the caller looked.</summary>
    public sealed record Change(DateTimeOffset At, TimelineKind Kind, ActorKind ActorKind, string ActorName);

    /// <summary>The version of the ticket, as the reader counts.</summary>
    public static long For(Ticket ticket, bool forStaff) => forStaff ? ticket.Version : ticket.CustomerVersion;

    public static void Tell(HttpResponse response, Ticket ticket, bool forStaff) => SeenVersion.Tell(response, For(ticket, forStaff));

    /// <summary>The refusal, when the caller has seen an earlier version; else null.</summary>
    public static async Task<IResult?> StaleAsync(
        HttpRequest request, TicketingDbContext db, Ticket ticket, bool forStaff, CancellationToken cancellationToken)
    {
        if (SeenVersion.Of(request) is not { } seen || seen.Is(For(ticket, forStaff)))
            return null;
        var newest = seen.Newest;
        var entries = await db.Timeline.AsNoTracking()
            .Where(x => x.TicketId == ticket.Id && (forStaff ? x.Version : x.CustomerVersion) > newest)
            .OrderByDescending(x => x.Version).Take(MostTold).ToListAsync(cancellationToken);
        // Who came by the link may have typed another's address: the name that the account uses by now is not theirs to learn.
        var typed = request.HttpContext.User.HasClaim(x => x.Type == TrackingScheme.Ticket) ? ticket.TypedName : null;
        var changes = entries.ConvertAll(x => new Change(x.At, x.Kind, x.ActorKind,
            (x.ActorKind == ActorKind.Customer ? typed : null) ?? Views.NameOf(x.ActorKind, x.ActorName, forStaff)));
        return SeenVersion.Changed("ticket", For(ticket, forStaff), changes);
    }
}
