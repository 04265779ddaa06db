using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Ticketing.Tickets;

static class ChangePriority
{
    public sealed record Request([property: Required, EnumDataType(typeof(TicketPriority))] TicketPriority? Priority);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/priority", HandleAsync).RequireAuthorization(Policies.Staff).WithName("ChangePriority")
        .WithSummary("Says how urgent the ticket is").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(string number, Request request, ClaimsPrincipal caller, TicketChange change, TimeProvider time, CancellationToken cancellationToken) =>
        change.ByStaffAsync(number, caller, ticket =>
        {
            ticket.ChangePriority(request.Priority!.Value, Who.Staff(caller), time.GetUtcNow());
            return TypedResults.NoContent();
        }, cancellationToken);
}
