using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

static class CountTickets
{
    const int MostClosed = 1000;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/counts", HandleAsync).WithName("CountTickets").WithSummary("How many tickets each view holds, in one query");

    static async Task<CountTicketsResponse> HandleAsync(
        TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, CancellationToken cancellationToken)
    {
        var me = caller.AccountId();
        var viewer = await viewers.ResolveAsync(caller, cancellationToken);
        // Open and closed ones are counted by indexes of their own; a group of none is missing in the answer.
        var open = db.Tickets.PartsVisibleTo(viewer, part => part.Where(x => x.Status != TicketStatus.Closed));
        var counted = open.GroupBy(_ => 1).Select(all => new
        {
            Open = all.Count(),
            Mine = all.Count(x => x.AssigneeId == me || x.CustomerId == me),
            Unassigned = all.Count(x => x.AssigneeId == null),
            Waiting = all.Count(x => x.Status == TicketStatus.WaitingOnCustomer),
            Urgent = all.Count(x => x.Priority == TicketPriority.Urgent),
            Closed = 0,
        });
        var closed = db.Tickets
            .PartsVisibleTo(
                viewer, part => part.Where(x => x.Status == TicketStatus.Closed).OrderByDescending(x => x.UpdatedAt).Take(MostClosed))
            .Take(MostClosed).GroupBy(_ => 1)
            .Select(all => new { Open = 0, Mine = 0, Unassigned = 0, Waiting = 0, Urgent = 0, Closed = all.Count() });
        var counts = await counted.Concat(closed).ToListAsync(cancellationToken);
        return new(
            counts.Sum(x => x.Open), counts.Sum(x => x.Mine), counts.Sum(x => x.Unassigned), counts.Sum(x => x.Waiting),
            counts.Sum(x => x.Urgent), counts.Sum(x => x.Closed));
    }
}
