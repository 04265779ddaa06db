using Helpdesk.Contracts;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class OpenedBySelf
{
    /// <summary>Whether its customer was signed in when he opened it: then he alone was told its link. Else anybody may have typed his address, and hold it.</summary>
    public static Task<bool> IsOpenedBySelfAsync(this TicketingDbContext db, Ticket ticket, CancellationToken cancellationToken) => db.Timeline.AnyAsync(
        x => x.TicketId == ticket.Id && x.Version == 1 && x.ActorKind == ActorKind.Customer && x.ActorId == ticket.CustomerId && x.ActorId != null, cancellationToken);
}
