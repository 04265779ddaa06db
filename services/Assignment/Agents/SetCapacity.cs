using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Assignment.Agents;

public static class SetCapacity
{
    /// <summary>How much an agent takes.</summary>
    /// <param name="OpenTickets">Most open tickets that he gets by turn; null for no bound. What he has already stays his.</param>
    public sealed record Request([property: Range(1, Agent.LargestCapacity)] int? OpenTickets = null);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/capacity", HandleAsync).Produces<AgentAnswer>()
        .RequireAuthorization(Policies.Dispatcher).WithName("SetCapacity").WithSummary("Says how many open tickets an agent takes at most; more of them sends what waits to him");

    static async Task<IResult> HandleAsync(Guid id, Request request, AgentUnitOfWork agents, AssignmentDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await agents.LockAsync(id, cancellationToken) is not { IsAgent: true } agent)
            return Problem.NotFound("agent");
        await agents.ChangeAsync(agent, x => x.Capacity = request.OpenTickets, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await GetAgent.AnswerAsync(id, db, cancellationToken);
    }
}
