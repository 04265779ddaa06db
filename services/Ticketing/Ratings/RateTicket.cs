using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Ratings;

static class RateTicket
{
    /// <summary>How good the help was, from 1, bad, to 5, very good, and a word about it.</summary>
    public sealed record Request([property: Required, Range(1, 5)] short? Score, [property: TextLength(2000)] string? Comment = null)
    {
        internal Refusal? Put(Ticket ticket, DateTimeOffset now) =>
            ticket.Rate(Score!.Value, TextSanitizer.Multiline(Comment).TrimStart() is { Length: > 0 } text ? text : null, now);
    }

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/rating", HandleAsync).WithName("RateTicket")
        .WithSummary("The customer says how good the help was, after closing; for some days he may change it").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(string number, Request request, ClaimsPrincipal caller, TicketChange change, TimeProvider time, CancellationToken cancellationToken) =>
        change.OfAsync(number, caller, ticket => caller.IsStaffFor(ticket.CustomerId)
            ? Problem.Of(StatusCodes.Status403Forbidden, "not-the-customer", "Only its customer rates a ticket.")
            : request.Put(ticket, time.GetUtcNow())?.ToProblem() ?? TypedResults.NoContent(), cancellationToken);
}
