using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Timers;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Tickets;

static class CloseTicket
{
    public sealed record Request([property: StringLength(20_000)] string? Comment = null)
    {
        public string? Words => Tickets.Words.Text(Comment) is { Length: > 0 } text ? text : null;
    }

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/closure", HandleAsync).WithName("CloseTicket")
        .WithSummary("Closes the ticket, by staff or by its customer; a closed one stays as it was").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(
        string number, Request? request, ClaimsPrincipal caller, TicketChange change, IOptionsSnapshot<ClosingOptions> closing, TimeProvider time, CancellationToken cancellationToken) =>
        change.OfAsync(number, caller, ticket =>
        {
            if (caller.IsStaffFor(ticket.CustomerId))
                ticket.Close(Who.Staff(caller), ClosingReason.ByStaff, time.GetUtcNow(), closing.Value.ReopenWindow, request?.Words);
            else
                ticket.Close(ticket.AsActor(), ClosingReason.SolvedByCustomer, time.GetUtcNow(), closing.Value.ReopenWindow, request?.Words);
            return TypedResults.NoContent();
        }, cancellationToken);
}
