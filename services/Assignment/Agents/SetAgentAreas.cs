using System.ComponentModel.DataAnnotations;
using Helpdesk.Assignment.Assigning;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

public static class SetAgentAreas
{
    /// <summary>All areas of an agent.</summary>
    public sealed record Request([property: Required, MaxLength(100)] IReadOnlyList<Guid>? AreaIds = null);

    public sealed record Answer(Guid Id, IReadOnlyList<Guid> AreaIds);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/areas", HandleAsync).Produces<Answer>()
        .RequireAuthorization(Policies.Admin).WithName("PutAgentIntoAreas").WithSummary("Says which areas an agent serves; what waits there is assigned at once");

    static async Task<IResult> HandleAsync(Guid id, Request request, AgentUnitOfWork agents, AssignmentDbContext db, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        var areas = request.AreaIds!.ToHashSet();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await agents.LockAsync(id, cancellationToken) is not { } agent)
            return Problem.NotFound("agent");
        if (!agent.IsAgent && areas.Count > 0)
            return Problem.Of(StatusCodes.Status409Conflict, "not-an-agent", $"{agent.Name} does not hold the role of an agent.");
        // Until the commit, none of them is deleted.
        if ((await db.Areas.FromSql($"SELECT * FROM area WHERE id = ANY({areas.ToArray()}) FOR KEY SHARE").AsNoTracking().ToListAsync(cancellationToken)).Count != areas.Count)
            return Problem.Invalid("areaIds", "One of these areas does not exist.");

        await db.Entry(agent).Collection(x => x.Areas).LoadAsync(cancellationToken);
        if (agent.SetAreas(areas) is var (entered, left))
        {
            await publish.Publish(agent.ToEvent(), cancellationToken);
            foreach (var area in entered.Where(_ => agent.Eligible))
                await publish.Publish(new DrainArea(area), cancellationToken);
            // He may have been the last one there, and what waits now needs a dispatcher.
            foreach (var area in left)
                await publish.Publish(new DrainArea(area) { Everything = true }, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return TypedResults.Ok(new Answer(id, [.. areas.Order()]));
    }
}
