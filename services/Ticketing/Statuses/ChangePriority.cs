using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Statuses;

static class ChangePriority
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/priority", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("ChangePriority").WithSummary("Says how urgent the ticket is").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, ChangePriorityRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var result = await work.ChangeAsStaffAsync(
            number,
            caller,
            ticket =>
            {
                ticket.ChangePriority(request.Priority!.Value, caller.ToStaffActor(), time.GetUtcNow());
                return Result.Done;
            },
            cancellationToken);
        return result.ToHttp();
    }
}
