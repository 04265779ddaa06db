using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Tickets;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tracking;

static class CloseByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/closure", HandleAsync).WithName("CloseByLink")
        .WithSummary("The customer says that the problem is solved").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        CloseTicket.Request? request, ClaimsPrincipal customer, TicketChange change, PolicyInForce policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var window = (await policies.CurrentAsync(cancellationToken)).ReopenWindow;
        return await change.OfTrackedAsync(customer.TrackedTicket(), ticket =>
        {
            request.Close(ticket, CustomerVerification.TrackingLink, time.GetUtcNow(), window);
            return TypedResults.NoContent();
        }, cancellationToken);
    }
}
