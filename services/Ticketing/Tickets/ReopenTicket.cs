using System.Security.Claims;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

static class ReopenTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{number}/closure", HandleAsync).WithName("ReopenTicket")
        .WithSummary("Opens a closed ticket again: staff always, its customer within the window").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(string number, ClaimsPrincipal caller, TicketChange change, TimeProvider time, CancellationToken cancellationToken) =>
        change.OfAsync(number, caller, ticket =>
        {
            var refusal = caller.IsStaffFor(ticket.CustomerId)
                ? ticket.Reopen(Who.Staff(caller), time.GetUtcNow())
                : ticket.ReopenAsCustomer(time.GetUtcNow(), CustomerVerification.SignedIn);
            return refusal?.ToProblem() ?? TypedResults.NoContent();
        }, cancellationToken);
}
