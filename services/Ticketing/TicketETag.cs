using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Reading;
using Helpdesk.Ticketing.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing;

/// <summary>
/// Whoever sends the version that they saw in <c>If-Match</c> changes nothing that somebody else has changed meanwhile, and learns who did
/// what. A customer's versions count only what a customer may know: neither a refusal nor a gap tells that staff wrote a note.
/// </summary>
static class TicketETag
{
    const int MostChanges = 20;

    /// <summary>The version of the ticket, as the reader counts.</summary>
    public static long VersionOf(Ticket ticket, bool forStaff) => forStaff ? ticket.Version : ticket.CustomerVersion;

    public static void Set(HttpResponse response, Ticket ticket, bool forStaff) =>
        SeenVersion.Tell(response, VersionOf(ticket, forStaff));

    /// <summary>Refuses when the caller has seen an earlier version only.</summary>
    public static async Task<Result> CheckAsync(
        HttpRequest request, TicketingDbContext db, Ticket ticket, bool forStaff, CancellationToken cancellationToken)
    {
        if (SeenVersion.Of(request) is not { } seen || seen.Is(VersionOf(ticket, forStaff)))
            return Result.Done;
        var newest = seen.Newest;
        var entries = await db.Timeline.AsNoTracking()
            .Where(x => x.TicketId == ticket.Id && (forStaff ? x.Version : x.CustomerVersion) > newest)
            .OrderByDescending(x => x.Version).Take(MostChanges).ToListAsync(cancellationToken);
        // Who came by the link may have typed another's address: the name that the account uses by now is not theirs to learn.
        var typed = request.HttpContext.User.TrackingIdentity() is null ? null : ticket.TypedName;
        var changes = entries.ConvertAll(x => new TicketChangeResponse(
            x.At, x.Kind, x.ActorKind,
            (x.ActorKind == ActorKind.Customer ? typed : null) ?? TicketMapping.NameOf(x.ActorKind, x.ActorName, forStaff)));
        return SeenVersion.ChangedMeanwhile("ticket", VersionOf(ticket, forStaff), changes);
    }
}
