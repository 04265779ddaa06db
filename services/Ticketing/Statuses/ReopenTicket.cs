using System.Security.Claims;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Statuses;

static class ReopenTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{number}/closure", HandleAsync).AllowTrackingLink()
        .WithName("ReopenTicket").WithSummary("Reopens a closed ticket: staff always, its customer within the window")
        .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, ClaimsPrincipal caller, TicketUnitOfWork work, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await work.ChangeAsync(
            number,
            caller,
            ticket => caller.IsStaffFor(ticket.CustomerId)
                ? ticket.Reopen(caller.ToStaffActor(), time.GetUtcNow())
                : ticket.ReopenAsCustomer(time.GetUtcNow(), caller.Verification()),
            cancellationToken);
        return result.ToHttp();
    }
}
