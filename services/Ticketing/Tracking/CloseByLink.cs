using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Tickets;
using Helpdesk.Ticketing.Timers;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Tracking;

static class CloseByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/closure", HandleAsync).WithName("CloseByLink")
        .WithSummary("The customer says that the problem is solved").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(
        CloseTicket.Request? request, ClaimsPrincipal customer, TicketChange change, IOptionsSnapshot<ClosingOptions> closing, TimeProvider time, CancellationToken cancellationToken) =>
        change.OfTrackedAsync(customer.TrackedTicket(), ticket =>
        {
            ticket.Close(ticket.AsActor(), ClosingReason.SolvedByCustomer, time.GetUtcNow(), closing.Value.ReopenWindow, request?.Words);
            return TypedResults.NoContent();
        }, cancellationToken);
}
