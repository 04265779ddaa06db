using System.Security.Claims;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Timers;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

static class ShowTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}", HandleAsync).WithName("ShowTicket")
        .WithSummary("One ticket").Produces<TicketView>();

    static async Task<IResult> HandleAsync(
        string number, HttpResponse http, TicketingDbContext db, ClaimsPrincipal caller, Viewers viewers, PolicyInForce policies, CancellationToken cancellationToken)
    {
        var found = await db.Tickets.AsNoTracking().Where(x => x.Number == number).VisibleTo(await viewers.OfAsync(caller, cancellationToken))
            .Select(x => new { Ticket = x, Area = db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Problem.NotFound("ticket");
        TicketVersion.Tell(http, found.Ticket);
        return TypedResults.Ok(Views.Of(found.Ticket, found.Area, await policies.CurrentAsync(cancellationToken), caller.IsStaffFor(found.Ticket.CustomerId)));
    }
}
