using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

public static class GetAgent
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/{id:guid}", AnswerAsync).Produces<AgentAnswer>()
            .RequireAuthorization(Policies.Staff).WithName("ShowAgent").WithSummary("An agent, with areas, load and whether he is there");
        api.MapGet("/me", (ClaimsPrincipal caller, AssignmentDbContext db, CancellationToken cancellationToken) => AnswerAsync(caller.AccountId().GetValueOrDefault(), db, cancellationToken))
            .Produces<AgentAnswer>().RequireAuthorization(Policies.Staff).WithName("ShowMyself").WithSummary("The caller as an agent; nobody when he is none");
    }

    internal static async Task<IResult> AnswerAsync(Guid id, AssignmentDbContext db, CancellationToken cancellationToken) =>
        await db.Agents.AsNoTracking().Where(x => x.Id == id && x.IsAgent).Select(AgentAnswer.In(db)).SingleOrDefaultAsync(cancellationToken) is { } agent
            ? TypedResults.Ok(agent)
            : Problem.NotFound("agent");
}
