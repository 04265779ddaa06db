using System.Security.Claims;
using Helpdesk.Api.Agents;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

public static class GetAgent
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/{id:guid}", HandleAsync).Produces<AgentResponse>().RequireAuthorization(Policies.Staff)
            .WithName("GetAgent").WithSummary("An agent, with areas, load and whether they are there");
        api.MapGet("/me", HandleOwnAsync).Produces<AgentResponse>().RequireAuthorization(Policies.Staff)
            .WithName("GetOwnAgent").WithSummary("The caller as an agent; nobody when they are none");
    }

    static Task<IResult> HandleOwnAsync(ClaimsPrincipal caller, AssignmentDbContext db, CancellationToken cancellationToken) =>
        HandleAsync(caller.AccountId().GetValueOrDefault(), db, cancellationToken);

    /// <summary>The agent as they stand, also for whoever has just changed them.</summary>
    internal static async Task<IResult> HandleAsync(Guid id, AssignmentDbContext db, CancellationToken cancellationToken)
    {
        var agents = db.Agents.AsNoTracking().Where(x => x.Id == id && x.IsAgent).Select(AgentMapping.ToResponse(db));
        return await agents.SingleOrDefaultAsync(cancellationToken) is { } agent ? TypedResults.Ok(agent) : Problem.NotFound("agent");
    }
}
