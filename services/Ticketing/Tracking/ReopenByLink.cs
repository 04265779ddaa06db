using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Tracking;

static class ReopenByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/closure", HandleAsync).WithName("ReopenByLink")
        .WithSummary("The customer opens a closed ticket again, within the window").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(ClaimsPrincipal customer, TicketChange change, TimeProvider time, CancellationToken cancellationToken) =>
        change.OfTrackedAsync(
            customer.TrackedTicket(),
            ticket => ticket.ReopenAsCustomer(time.GetUtcNow(), CustomerVerification.TrackingLink)?.ToProblem() ?? TypedResults.NoContent(),
            cancellationToken);
}
