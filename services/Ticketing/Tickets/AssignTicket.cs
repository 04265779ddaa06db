using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

static class AssignTicket
{
    /// <summary>Who shall have it; null for nobody.</summary>
    public sealed record Request(Guid? AgentId);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/assignee", HandleAsync).RequireAuthorization(Policies.Staff).WithName("AssignTicket")
        .WithSummary("Gives the ticket to an agent, or to nobody").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketChange change, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        Person? to = null;
        if (request.AgentId is { } agent)
        {
            // Not just any account: a customer must never become the one who answers.
            var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == agent && x.Active && x.Roles.Contains(Roles.Agent), cancellationToken);
            if (account is null)
                return Problem.Invalid("agentId", "There is no such agent, or the account is disabled.");
            to = account.AsPerson();
        }

        return await change.ByStaffAsync(number, caller, ticket => MayGive(caller, ticket, to)
            ? ticket.Assign(to, Who.Staff(caller), time.GetUtcNow())?.ToProblem() ?? TypedResults.NoContent()
            : Problem.Of(StatusCodes.Status403Forbidden, "not-yours", "This ticket is somebody else's. A dispatcher can take it away from him."), cancellationToken);
    }

    // An agent takes what is nobody's and passes on what is his own.
    static bool MayGive(ClaimsPrincipal caller, Ticket ticket, Person? to) =>
        caller.IsDispatcher() || ticket.AssigneeId == caller.AccountId() || (ticket.AssigneeId is null && to?.Id == caller.AccountId());
}
