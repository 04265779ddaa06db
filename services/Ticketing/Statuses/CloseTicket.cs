using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Statuses;

static class CloseTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/closure", HandleAsync).AllowTrackingLink()
        .WithName("CloseTicket").WithSummary("Closes the ticket, by staff or by its customer; a closed one stays as it was")
        .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, CloseTicketRequest? request, ClaimsPrincipal caller, TicketUnitOfWork work, CachedPolicy policies, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var window = (await policies.GetAsync(cancellationToken)).ReopenWindow;
        var result = await work.ChangeAsync(
            number,
            caller,
            ticket => caller.IsStaffFor(ticket.CustomerId)
                ? CloseAsStaff(ticket, request, caller, time.GetUtcNow(), window)
                : CloseAsCustomer(ticket, request, caller.Verification(), time.GetUtcNow(), window),
            cancellationToken);
        return result.ToHttp();
    }

    static Result CloseAsStaff(
        Ticket ticket, CloseTicketRequest? request, ClaimsPrincipal caller, DateTimeOffset now, TimeSpan reopenWindow)
    {
        ticket.Close(caller.ToStaffActor(), ClosingReason.ByStaff, now, reopenWindow, CommentOf(request));
        return Result.Done;
    }

    /// <summary>Its customer says that it is solved.</summary>
    static Result CloseAsCustomer(
        Ticket ticket, CloseTicketRequest? request, CustomerVerification shown, DateTimeOffset now, TimeSpan reopenWindow)
    {
        ticket.Close(ticket.CustomerActor(shown), ClosingReason.SolvedByCustomer, now, reopenWindow, CommentOf(request), shown);
        return Result.Done;
    }

    static string? CommentOf(CloseTicketRequest? request) =>
        TextSanitizer.Multiline(request?.Comment) is { Length: > 0 } text ? text : null;
}
