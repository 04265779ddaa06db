using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Statuses;

static class ChangeStatus
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/status", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("ChangeStatus").WithSummary("Moves the ticket by hand, along the table of transitions")
        .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, ChangeStatusRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, CachedPolicy policies, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var window = (await policies.GetAsync(cancellationToken)).ReopenWindow;
        var result = await work.ChangeAsStaffAsync(
            number,
            caller,
            ticket => ticket.ChangeStatus(request.Status!.Value, caller.ToStaffActor(), time.GetUtcNow(), window),
            cancellationToken);
        return result.ToHttp();
    }
}
