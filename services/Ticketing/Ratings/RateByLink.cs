using System.Security.Claims;
using Helpdesk.Ticketing.Tickets;
using Helpdesk.Ticketing.Tracking;

namespace Helpdesk.Ticketing.Ratings;

static class RateByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/rating", HandleAsync).WithName("RateByLink")
        .WithSummary("The customer says how good the help was, after closing; for some days he may change it").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(RateTicket.Request request, ClaimsPrincipal customer, TicketChange change, TimeProvider time, CancellationToken cancellationToken) =>
        change.OfTrackedAsync(customer.TrackedTicket(), ticket => request.Put(ticket, time.GetUtcNow())?.ToProblem() ?? TypedResults.NoContent(), cancellationToken);
}
