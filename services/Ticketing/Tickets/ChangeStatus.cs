using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tickets;

static class ChangeStatus
{
    public sealed record Request([property: Required, EnumDataType(typeof(TicketStatus))] TicketStatus? Status);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/status", HandleAsync).RequireAuthorization(Policies.Staff).WithName("ChangeStatus")
        .WithSummary("Moves the ticket by hand, along the table of transitions").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketChange change, PolicyInForce policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var window = (await policies.CurrentAsync(cancellationToken)).ReopenWindow;
        return await change.ByStaffAsync(number, caller, ticket =>
            ticket.ChangeStatus(request.Status!.Value, Who.Staff(caller), time.GetUtcNow(), window)?.ToProblem() ?? TypedResults.NoContent(), cancellationToken);
    }
}
