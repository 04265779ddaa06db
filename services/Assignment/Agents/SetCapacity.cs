using Helpdesk.Api.Agents;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Assignment.Agents;

public static class SetCapacity
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/capacity", HandleAsync).Produces<AgentResponse>()
        .RequireAuthorization(Policies.Dispatcher).WithName("SetCapacity")
        .WithSummary("Says how many open tickets an agent takes at most; more of them sends what waits to them");

    static async Task<IResult> HandleAsync(
        Guid id, SetCapacityRequest request, AgentUnitOfWork agents, AssignmentDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await agents.LockAsync(id, cancellationToken) is not { IsAgent: true } agent)
            return Problem.NotFound("agent");
        await agents.ChangeAsync(agent, x => x.Capacity = request.OpenTickets, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await GetAgent.HandleAsync(id, db, cancellationToken);
    }
}
