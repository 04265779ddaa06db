using System.Security.Claims;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tickets;

static class ShowTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}", HandleAsync).WithName("ShowTicket")
        .WithSummary("One ticket").Produces<TicketView>();

    static async Task<IResult> HandleAsync(
        string number, HttpResponse http, TicketingDbContext db, ClaimsPrincipal caller, Viewers viewers, PolicyInForce policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await ReadTicket.OneAsync(db, db.Tickets.Where(x => x.Number == number).VisibleTo(await viewers.OfAsync(caller, cancellationToken)), cancellationToken);
        if (found is null)
            return Problem.NotFound("ticket");
        var forStaff = caller.IsStaffFor(found.Ticket.CustomerId);
        TicketVersion.Tell(http, found.Ticket, forStaff);
        return TypedResults.Ok(found.As(await policies.CurrentAsync(cancellationToken), forStaff, time.GetUtcNow()));
    }
}
