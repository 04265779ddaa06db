using System.Security.Claims;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tracking;

static class ReopenByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/closure", HandleAsync).WithName("ReopenByLink")
        .WithSummary("The customer reopens a closed ticket, within the window").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        ClaimsPrincipal customer, TicketUnitOfWork work, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await work.ChangeByLinkAsync(
            customer.TrackedTicket(),
            ticket => ticket.ReopenAsCustomer(time.GetUtcNow(), CustomerVerification.TrackingLink),
            cancellationToken);
        return result.ToHttp();
    }
}
