using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tickets;

static class CloseTicket
{
    public sealed record Request([property: TextLength(20_000)] string? Comment = null)
    {
        public string? Words => TextSanitizer.Multiline(Comment) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Its customer says that it is solved.</summary>
    public static void Close(
        this Request? request, Ticket ticket, CustomerVerification verification, DateTimeOffset now, TimeSpan window) =>
        ticket.Close(ticket.AsActor(verification), ClosingReason.SolvedByCustomer, now, window, request?.Words, verification);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/closure", HandleAsync).WithName("CloseTicket")
        .WithSummary("Closes the ticket, by staff or by its customer; a closed one stays as it was").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, Request? request, ClaimsPrincipal caller, TicketChange change, PolicyInForce policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var window = (await policies.CurrentAsync(cancellationToken)).ReopenWindow;
        return await change.OfAsync(number, caller, ticket =>
        {
            if (caller.IsStaffFor(ticket.CustomerId))
                ticket.Close(Who.Staff(caller), ClosingReason.ByStaff, time.GetUtcNow(), window, request?.Words);
            else
                request.Close(ticket, CustomerVerification.SignedIn, time.GetUtcNow(), window);
            return TypedResults.NoContent();
        }, cancellationToken);
    }
}
