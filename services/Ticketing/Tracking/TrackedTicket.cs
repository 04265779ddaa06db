using Helpdesk.Ticketing.Links;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>What a link shows.</summary>
/// <param name="Shown">The ticket: the link's, or the one it was merged into when that is shown to its customer beyond doubt.</param>
/// <param name="ByOwner">Whether who holds the link owns the ticket's account, and sees what was merged into it.</param>
sealed record TrackedTicket(ReadTicket Shown, bool ByOwner)
{
    public static async Task<TrackedTicket?> OfAsync(TicketingDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var leadsTo = db.Tickets.Where(x => x.Id == id).Select(x => x.LinkLeadsOn ? x.MergedIntoId : x.Id);
        if (await ReadTicket.OneAsync(db, db.Tickets.Where(x => x.Id == leadsTo.FirstOrDefault()), cancellationToken) is not { } found)
            return null;
        // Whom a link led here from another ticket has shown there who they are.
        var byOwner = found.Ticket.Id != id
            || (found.Ticket.MergedFrom.Length > 0 && await db.IsOpenedBySelfAsync(found.Ticket, cancellationToken));
        return new(found, byOwner);
    }
}
