using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Ratings;

static class RateTicket
{
    /// <summary>How good the help was, from 1, bad, to 5, very good, and a comment on it.</summary>
    public sealed record Request([property: Required, Range(1, 5)] short? Score, [property: TextLength(2000)] string? Comment = null);

    static Refusal NotTheCustomer { get; } = new(
        "not-the-customer", "Only its customer rates a ticket.", StatusCodes.Status403Forbidden);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/rating", HandleAsync).WithName("RateTicket")
        .WithSummary("The customer says how good the help was, after closing; for some days they may change it")
        .Produces(StatusCodes.Status204NoContent);

    public static Result Rate(Ticket ticket, Request request, DateTimeOffset now) =>
        ticket.Rate(request.Score!.Value, TextSanitizer.Multiline(request.Comment).TrimStart() is { Length: > 0 } text ? text : null, now);

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketUnitOfWork work, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await work.ChangeAsync(
            number,
            caller,
            ticket => caller.IsStaffFor(ticket.CustomerId) ? NotTheCustomer : Rate(ticket, request, time.GetUtcNow()),
            cancellationToken);
        return result.ToHttp();
    }
}
