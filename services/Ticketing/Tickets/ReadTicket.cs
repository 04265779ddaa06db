using Helpdesk.Ticketing.Timers;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>A ticket with what is told beside it, in one journey.</summary>
sealed record ReadTicket(Ticket Ticket, string? Area, string? MergedInto, string? ContinuedIn)
{
    public static Task<ReadTicket?> OneAsync(TicketingDbContext db, IQueryable<Ticket> which, CancellationToken cancellationToken) => which.AsNoTracking().Select(x => new ReadTicket(
        x, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault(),
        db.Tickets.Where(t => t.Id == x.MergedIntoId).Select(t => t.Number).FirstOrDefault(),
        db.Tickets.Where(t => t.Id == x.ContinuedInId).Select(t => t.Number).FirstOrDefault())).SingleOrDefaultAsync(cancellationToken);

    public TicketView As(Policy policy, bool forStaff, DateTimeOffset now) => Views.Of(Ticket, Area, forStaff ? MergedInto ?? ContinuedIn : ContinuedIn, policy, forStaff, now);
}
