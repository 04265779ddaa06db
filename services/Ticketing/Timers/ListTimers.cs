using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Timers;

static class ListTimers
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}/timers", HandleAsync).WithName("ListTimers")
        .WithSummary("The ticket's pending timers, with their reasons").Produces<ListTimersResponse>();

    static async Task<IResult> HandleAsync(
        string number, TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, CancellationToken cancellationToken)
    {
        var id = await db.Tickets.Where(x => x.Number == number).VisibleTo(await viewers.ResolveAsync(caller, cancellationToken))
            .Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null)
            return Problem.NotFound("ticket");
        if (await db.Timers.AsNoTracking().SingleOrDefaultAsync(x => x.CorrelationId == id, cancellationToken) is not { } timers)
            return TypedResults.Ok(new ListTimersResponse([]));

        Guid?[] tokens = [timers.WarningTokenId, timers.ClosingTokenId, timers.PurgeTokenId];
        // Shown is what is really scheduled, not what ought to be.
        var pending = await db.PendingTimersAsync(tokens.OfType<Guid>(), cancellationToken);
        List<TicketTimerResponse> shown = [];
        Show(
            timers.WarningTokenId, "warning", "The customer has not answered since staff's last reply.",
            "A reply of the customer, or another status than WaitingOnCustomer.");
        Show(
            timers.ClosingTokenId, "closing", "The customer has not answered since staff's last reply.",
            "A reply of the customer, or another status than WaitingOnCustomer.");
        Show(
            timers.PurgeTokenId, "purge", "The ticket is closed, and its files are kept for a limited time only.",
            "Opening the ticket again.");
        return TypedResults.Ok(new ListTimersResponse([.. shown.OrderBy(x => x.DueAt)]));

        void Show(Guid? token, string kind, string reason, string stoppedBy)
        {
            if (token is { } set && pending.TryGetValue(set, out var due))
                shown.Add(new(kind, due, reason, stoppedBy));
        }
    }
}
