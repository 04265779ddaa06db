using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Statuses;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tracking;

static class CloseByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/closure", HandleAsync).WithName("CloseByLink")
        .WithSummary("The customer says that the problem is solved").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        CloseTicketRequest? request, ClaimsPrincipal customer, TicketUnitOfWork work, CachedPolicy policies, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var window = (await policies.GetAsync(cancellationToken)).ReopenWindow;
        var result = await work.ChangeByLinkAsync(
            customer.TrackedTicket(),
            ticket => CloseTicket.CloseAsCustomer(ticket, request, CustomerVerification.TrackingLink, time.GetUtcNow(), window),
            cancellationToken);
        return result.ToHttp();
    }
}
