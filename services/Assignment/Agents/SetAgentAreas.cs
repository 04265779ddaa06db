using Helpdesk.Api;
using Helpdesk.Api.Agents;
using Helpdesk.Assignment.Assigning;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

public static class SetAgentAreas
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/areas", HandleAsync).Produces<AgentAreasResponse>()
        .RequireAuthorization(Policies.Admin).WithName("SetAgentAreas")
        .WithSummary("Says which areas an agent serves; what waits there is assigned at once");

    static async Task<IResult> HandleAsync(
        Guid id, SetAgentAreasRequest request, AgentUnitOfWork agents, AssignmentDbContext db, IPublishEndpoint publish,
        CancellationToken cancellationToken)
    {
        var areas = request.AreaIds!.ToHashSet();
        var result = await SetAsync(id, areas, agents, db, publish, cancellationToken);
        return result.ToHttp(() => TypedResults.Ok(new AgentAreasResponse(id, [.. areas.Order()])));
    }

    static async Task<Result> SetAsync(
        Guid id, HashSet<Guid> areas, AgentUnitOfWork agents, AssignmentDbContext db, IPublishEndpoint publish,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await agents.LockAsync(id, cancellationToken) is not { } agent)
            return Refusal.NotFound("agent");
        if (!agent.IsAgent && areas.Count > 0)
            return new Refusal(ProblemTypes.NotAnAgent, $"{agent.Name} does not hold the role of an agent.");
        // Until the commit, none of them is deleted.
        var known = db.Areas.FromSql($"SELECT * FROM area WHERE id = ANY({areas.ToArray()}) FOR KEY SHARE").AsNoTracking();
        if ((await known.ToListAsync(cancellationToken)).Count != areas.Count)
            return Refusal.Invalid("areaIds", "One of these areas does not exist.");

        await db.Entry(agent).Collection(x => x.Areas).LoadAsync(cancellationToken);
        if (agent.SetAreas(areas) is not (var entered, var left))
            return Result.Done;
        await publish.Publish(agent.ToEvent(), cancellationToken);
        foreach (var area in entered.Where(_ => agent.Eligible))
            await publish.Publish(new DrainArea(area), cancellationToken);
        // They may have been the last one there, and what waits now needs a dispatcher.
        foreach (var area in left)
            await publish.Publish(new DrainArea(area) { Everything = true }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Done;
    }
}
