using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.Reading;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>What a link shows.</summary>
/// <param name="Shown">The ticket: the link's, or the one it was merged into when that is shown to its customer beyond doubt.</param>
/// <param name="ByOwner">Whether whoever holds the link owns the ticket's account, and sees what was merged into it.</param>
sealed record TrackedTicket(TicketDetails Shown, bool ByOwner)
{
    public static async Task<TrackedTicket?> FindAsync(TicketingDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await TicketDetails.FindAsync(db, db.Tickets.Where(x => x.Id == id), cancellationToken) is not { } held)
            return null;
        var shown = await FollowAsync(db, held, cancellationToken);
        // Whom a link led here from another ticket has shown there who they are.
        var byOwner = shown != held || (shown.Ticket.MergedFrom.Count > 0 && shown.Ticket.OpenedBySelf);
        return new(shown, byOwner);
    }

    /// <summary>A link leads on from a merged ticket, but not to one whose own link was renewed since.</summary>
    static async Task<TicketDetails> FollowAsync(TicketingDbContext db, TicketDetails held, CancellationToken cancellationToken)
    {
        if (held.Ticket is not { LinkShowsMerged: true, MergedIntoId: { } into })
            return held;
        var other = await TicketDetails.FindAsync(db, db.Tickets.Where(x => x.Id == into), cancellationToken);
        return other?.Ticket.TrustsLinkOf(held.Ticket.TrackingRenewedAt) == true ? other : held;
    }
}
