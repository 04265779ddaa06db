using Helpdesk.Api.Areas;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

/// <summary>Counts from the receipts, which saw who could be chosen each time, and from what was recorded of absences.</summary>
static class FairnessReport
{
    const int MostAbsences = 100;

    sealed record Count(Guid AgentId, string Name, int Choices, int CouldBeChosen, double FairShare);

    public static async Task<IReadOnlyList<AgentShare>> ReadAsync(
        AssignmentDbContext db, Guid areaId, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = await CountsAsync(db, areaId, period, cancellationToken);
        Guid[] counted = [.. counts.Keys];
        var agents = await db.Agents.AsNoTracking()
            .Where(x => x.Areas.Any(y => y.AreaId == areaId) || counted.Contains(x.Id)).OrderBy(x => x.Id)
            .Select(x => new
            {
                x.Id,
                x.Name,
                Eligible = x.Active && x.IsAgent && x.Available && x.Areas.Any(y => y.AreaId == areaId),
                Open = db.Tickets.Count(y => y.AgentId == x.Id && y.Open),
            }).ToListAsync(cancellationToken);
        var absences = await AbsencesAsync(db, [.. agents.Select(x => x.Id)], period, now, cancellationToken);
        return [.. agents.Select(x => Share(x.Id, x.Name, x.Eligible, x.Open))];

        AgentShare Share(Guid id, string name, bool eligible, int open)
        {
            var count = counts.GetValueOrDefault(id);
            var away = absences[id].ToList();
            var absent = away.Aggregate(TimeSpan.Zero, (sum, y) => sum + (y.Until - y.From));
            return new(
                id, name, eligible, count?.Choices ?? 0, count?.CouldBeChosen ?? 0, count?.FairShare ?? 0, open, absent,
                [.. away.TakeLast(MostAbsences)]);
        }
    }

    static Task<Dictionary<Guid, Count>> CountsAsync(
        AssignmentDbContext db, Guid areaId, Period period, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Count>($"""
            SELECT agent_id, max(name) AS name,
                count(*) FILTER (WHERE chosen)::int AS choices, count(*) FILTER (WHERE eligible)::int AS could_be_chosen,
                round(coalesce(sum(1.0 / others) FILTER (WHERE eligible), 0), 2)::float8 AS fair_share
            FROM (SELECT (c ->> 'agentId')::uuid AS agent_id, c ->> 'name' AS name, (c ->> 'eligible')::boolean AS eligible,
                    (c ->> 'agentId')::uuid = r.chosen_agent_id AS chosen,
                    nullif(count(*) FILTER (WHERE (c ->> 'eligible')::boolean) OVER (PARTITION BY r.id), 0) AS others
                FROM receipt r, json_array_elements(r.candidates) c
                WHERE r.area_id = {areaId} AND r.chosen_at >= {period.From} AND r.chosen_at < {period.Until}) seen
            GROUP BY agent_id
            """).ToDictionaryAsync(x => x.AgentId, cancellationToken);

    static async Task<ILookup<Guid, AgentAbsence>> AbsencesAsync(
        AssignmentDbContext db, Guid[] agents, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recorded = await db.Absences.AsNoTracking()
            .Where(x => agents.Contains(x.AgentId) && x.BeganAt < period.Until && (x.EndedAt == null || x.EndedAt > period.From))
            .OrderBy(x => x.BeganAt).ToListAsync(cancellationToken);
        return recorded
            .Select(x => (x.AgentId, Absence: new AgentAbsence(
                x.Because, x.BeganAt < period.From ? period.From : x.BeganAt, Earlier(x.EndedAt ?? now, period.Until))))
            .Where(x => x.Absence.Until > x.Absence.From)
            .ToLookup(x => x.AgentId, x => x.Absence);
    }

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
