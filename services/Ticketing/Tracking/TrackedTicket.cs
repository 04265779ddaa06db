using Helpdesk.Ticketing.Links;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>What a link shows.</summary>
/// <param name="Shown">The ticket: the link's, or the one it was merged into when that is shown to its customer beyond doubt.</param>
/// <param name="ByOwner">Whether who holds the link owns the ticket's account, and sees what was merged into it.</param>
sealed record TrackedTicket(ReadTicket Shown, bool ByOwner)
{
    public static async Task<TrackedTicket?> OfAsync(TicketingDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var leadsTo = await LeadsToAsync(db, id, cancellationToken);
        if (await ReadTicket.OneAsync(db, db.Tickets.Where(x => x.Id == leadsTo), cancellationToken) is not { } found)
            return null;
        // Whom a link led here from another ticket has shown there who they are.
        var byOwner = found.Ticket.Id != id
            || (found.Ticket.MergedFrom.Length > 0 && await db.IsOpenedBySelfAsync(found.Ticket, cancellationToken));
        return new(found, byOwner);
    }

    /// <summary>A link leads on from a merged ticket, but not to one whose own link was renewed since.</summary>
    static async Task<Guid> LeadsToAsync(TicketingDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Tickets.Where(x => x.Id == id && x.LinkLeadsOn)
            .Join(db.Tickets, x => x.MergedIntoId, x => x.Id,
                (ticket, other) => new { other.Id, other.TrackingRenewedAt, Held = ticket.TrackingRenewedAt })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || (found.TrackingRenewedAt is { } renewed && !(found.Held >= renewed)) ? id : found.Id;
    }
}
