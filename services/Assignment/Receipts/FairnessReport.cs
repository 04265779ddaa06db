using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

/// <summary>Counts from the receipts, which saw who could be chosen each time, and from what was written down of absences.</summary>
static class FairnessReport
{
    const int MostAbsences = 100;

    sealed record Count(Guid AgentId, string Name, int Choices, int CouldBeChosen, double FairShare);

    public static async Task<IReadOnlyList<GetFairness.Share>> ReadAsync(AssignmentDbContext db, Guid areaId, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = await db.Database.SqlQuery<Count>($"""
            SELECT agent_id AS "AgentId", max(name) AS "Name", count(*) FILTER (WHERE chosen)::int AS "Choices", count(*) FILTER (WHERE eligible)::int AS "CouldBeChosen",
                round(coalesce(sum(1.0 / others) FILTER (WHERE eligible), 0), 2)::float8 AS "FairShare"
            FROM (SELECT (c ->> 'agentId')::uuid AS agent_id, c ->> 'name' AS name, (c ->> 'eligible')::boolean AS eligible,
                    (c ->> 'agentId')::uuid = r.chosen_agent_id AS chosen, nullif(count(*) FILTER (WHERE (c ->> 'eligible')::boolean) OVER (PARTITION BY r.id), 0) AS others
                FROM receipt r, json_array_elements(r.candidates) c WHERE r.area_id = {areaId} AND r.chosen_at >= {period.From} AND r.chosen_at < {period.Until}) seen
            GROUP BY agent_id
            """).ToDictionaryAsync(x => x.AgentId, cancellationToken);
        Guid[] counted = [.. counts.Keys];
        var agents = await db.Agents.AsNoTracking().Where(x => x.Areas.Any(y => y.AreaId == areaId) || counted.Contains(x.Id)).OrderBy(x => x.Id)
            .Select(x => new { x.Id, x.Name, Eligible = x.Active && x.IsAgent && x.Available && x.Areas.Any(y => y.AreaId == areaId), Open = db.Tickets.Count(y => y.AgentId == x.Id && y.Open) })
            .ToListAsync(cancellationToken);
        Guid[] ids = [.. agents.Select(x => x.Id)];
        var absences = (await db.Absences.AsNoTracking().Where(x => ids.Contains(x.AgentId) && x.BeganAt < period.Until && (x.EndedAt == null || x.EndedAt > period.From))
            .OrderBy(x => x.BeganAt).ToListAsync(cancellationToken)).ToLookup(x => x.AgentId, x => new GetFairness.Away(
                x.Because, x.BeganAt < period.From ? period.From : x.BeganAt, Earlier(x.EndedAt ?? now, period.Until)));
        return [.. agents.Select(x => (Agent: x, Count: counts.GetValueOrDefault(x.Id), Away: absences[x.Id].Where(y => y.Until > y.From).ToList())).Select(x => new GetFairness.Share(
            x.Agent.Id, x.Agent.Name, x.Agent.Eligible, x.Count?.Choices ?? 0, x.Count?.CouldBeChosen ?? 0, x.Count?.FairShare ?? 0, x.Agent.Open,
            x.Away.Aggregate(TimeSpan.Zero, (sum, y) => sum + (y.Until - y.From)), [.. x.Away.TakeLast(MostAbsences)]))];
    }

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
