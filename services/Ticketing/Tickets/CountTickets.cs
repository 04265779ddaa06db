using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

static class CountTickets
{
    /// <summary>How many tickets the caller finds in each view.</summary>
    public sealed record Answer(int Open, int Mine, int Unassigned, int Waiting, int Urgent, int Closed);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/counts", HandleAsync).WithName("CountTickets").WithSummary("How many tickets each view holds, in one query");

    static async Task<Answer> HandleAsync(TicketingDbContext db, ClaimsPrincipal caller, Viewers viewers, CancellationToken cancellationToken)
    {
        var me = caller.AccountId();
        return await db.Tickets.VisibleTo(await viewers.OfAsync(caller, cancellationToken)).GroupBy(_ => 1).Select(all => new Answer(
            all.Count(x => x.Status != TicketStatus.Closed),
            all.Count(x => x.Status != TicketStatus.Closed && (x.AssigneeId == me || x.CustomerId == me)),
            all.Count(x => x.Status != TicketStatus.Closed && x.AssigneeId == null),
            all.Count(x => x.Status == TicketStatus.WaitingOnCustomer),
            all.Count(x => x.Status != TicketStatus.Closed && x.Priority == TicketPriority.Urgent),
            all.Count(x => x.Status == TicketStatus.Closed))).SingleOrDefaultAsync(cancellationToken) ?? new(0, 0, 0, 0, 0, 0);
    }
}
