using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Ticketing.Tracking;

namespace Helpdesk.Ticketing.Ratings;

static class RateByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/rating", HandleAsync).WithName("RateByLink")
        .WithSummary("The customer says how good the help was, after closing; for some days they may change it")
        .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        RateTicketRequest request, ClaimsPrincipal customer, TicketUnitOfWork work, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await work.ChangeByLinkAsync(
            customer.TrackedTicket(), ticket => RateTicket.Rate(ticket, request, time.GetUtcNow()), cancellationToken);
        return result.ToHttp();
    }
}
