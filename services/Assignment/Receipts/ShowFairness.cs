using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class ShowFairness
{
    /// <summary>An agent who serves the area now.</summary>
    /// <param name="Choices">How often it was his turn since then.</param>
    public sealed record Share(Guid AgentId, string Name, bool Eligible, int Choices, int OpenTickets);

    /// <summary>How evenly an area's tickets were shared.</summary>
    /// <param name="Since">Choices from here on are counted.</param>
    /// <param name="Choices">All of them, also those of agents who have left.</param>
    /// <param name="Spread">Between the agents who can be chosen, most choices less fewest: at most 1 when they were the same all the time.</param>
    public sealed record Answer(Guid AreaId, DateTimeOffset Since, int Choices, int Spread, IReadOnlyList<Share> Agents);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/fairness", HandleAsync).Produces<Answer>()
        .RequireAuthorization(Policies.Staff).WithName("ShowFairness").WithSummary("Who got how many tickets of an area, in the last 7 days unless told otherwise");

    static async Task<IResult> HandleAsync(Guid id, AssignmentDbContext db, TimeProvider time, CancellationToken cancellationToken, [Range(1, 366)] int days = 7)
    {
        var since = time.GetUtcNow().AddDays(-days);
        var counts = await db.Receipts.Where(x => x.AreaId == id && x.ChosenAt >= since).GroupBy(x => x.ChosenAgentId)
            .Select(x => new { AgentId = x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.AgentId, x => x.Count, cancellationToken);
        var agents = await db.Agents.AsNoTracking().Where(x => x.Areas.Any(y => y.AreaId == id)).OrderBy(x => x.Id)
            .Select(x => new Share(x.Id, x.Name, x.Active && x.IsAgent, 0, db.Tickets.Count(y => y.AgentId == x.Id && y.Open)))
            .ToListAsync(cancellationToken);
        if (agents.Count == 0 && !await db.Areas.AnyAsync(x => x.Id == id, cancellationToken))
            return Problem.NotFound("area");

        Share[] shares = [.. agents.Select(x => x with { Choices = counts.GetValueOrDefault(x.AgentId) })];
        int[] eligible = [.. shares.Where(x => x.Eligible).Select(x => x.Choices)];
        return TypedResults.Ok(new Answer(id, since, counts.Values.Sum(), eligible.Length == 0 ? 0 : eligible.Max() - eligible.Min(), shares));
    }
}
