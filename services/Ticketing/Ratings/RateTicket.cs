using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Ratings;

static class RateTicket
{
    static Refusal NotTheCustomer { get; } = new(
        ProblemTypes.NotTheCustomer, "Only its customer rates a ticket.", StatusCodes.Status403Forbidden);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/rating", HandleAsync).AllowTrackingLink()
        .WithName("RateTicket").WithSummary("The customer says how good the help was, after closing; for some days they may change it")
        .Produces(StatusCodes.Status204NoContent);

    static Result Rate(Ticket ticket, RateTicketRequest request, DateTimeOffset now) =>
        ticket.Rate(request.Score!.Value, TextSanitizer.Multiline(request.Comment).TrimStart() is { Length: > 0 } text ? text : null, now);

    static async Task<IResult> HandleAsync(
        string number, RateTicketRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var result = await work.ChangeAsync(
            number,
            caller,
            ticket => caller.IsStaffFor(ticket.CustomerId) ? NotTheCustomer : Rate(ticket, request, time.GetUtcNow()),
            cancellationToken);
        return result.ToHttp();
    }
}
