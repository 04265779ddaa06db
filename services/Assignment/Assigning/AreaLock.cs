using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// Takes the lock of an area, which is the row of its round. Rows are locked in one order everywhere, the round first, then agents by id,
/// then tickets, and nothing
/// waits for anything but the database until the commit lets go.
/// </summary>
sealed class AreaLock(AssignmentDbContext db)
{
    /// <summary>
    /// Waits for the area's round and reads what a choice needs, in one round trip: whatever is asked while the lock is held, all
    /// others of the area wait for. The statements stay apart, for each then sees what the holder before has committed; one
    /// statement would see what there was before it waited.
    /// </summary>
    /// <param name="opened">The ticket that comes new with its category; null when none does.</param>
    public async Task<AssignmentContext> AcquireAsync(Guid areaId, TicketSnapshot? opened, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        Add("SELECT sequence, previous_agent_id FROM round_robin_state WHERE area_id = $1 FOR UPDATE", areaId);
        Add("SELECT name, mode, fallback_after FROM area WHERE id = $1", areaId);
        // Whose load is bounded must not be counted by two areas at once.
        Add("""
            SELECT id, capacity FROM agent a
            WHERE capacity IS NOT NULL AND EXISTS (SELECT 1 FROM agent_area s WHERE s.agent_id = a.id AND s.area_id = $1)
            ORDER BY id FOR NO KEY UPDATE
            """, areaId);
        Add("""
            SELECT a.id, a.name, a.email, a.canonical_email, a.language, a.active, a.is_agent, a.available,
                (SELECT count(*)::int FROM ticket t WHERE t.agent_id = a.id AND t.open)
            FROM agent_area s JOIN agent a ON a.id = s.agent_id WHERE s.area_id = $1 ORDER BY a.id
            """, areaId);
        if (opened is not null)
        {
            Add("SELECT EXISTS (SELECT 1 FROM ticket WHERE id = $1)", opened.Id);
            Add("SELECT EXISTS (SELECT 1 FROM ticket WHERE area_id = $1 AND waiting_since IS NOT NULL AND NOT held)", areaId);
            Add("UPDATE area SET used = true WHERE id = $1 AND NOT used", areaId);
            Add("UPDATE category SET used = true WHERE id = $1 AND NOT used", opened.CategoryId);
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        var round = await rows.ReadAsync(cancellationToken)
            ? db.Attach(RoundRobinState.Load(areaId, rows.GetInt64(0), rows.IsDBNull(1) ? null : rows.GetGuid(1))).Entity
            : null;
        await rows.NextResultAsync(cancellationToken);
        var rules = await rows.ReadAsync(cancellationToken)
            ? new AreaRules(rows.GetString(0), (AssignmentMode)rows.GetInt32(1), rows.GetTimeSpan(2))
            : AreaRules.OfNoArea;
        await rows.NextResultAsync(cancellationToken);
        var capacities = new Dictionary<Guid, int>();
        while (await rows.ReadAsync(cancellationToken))
            capacities.Add(rows.GetGuid(0), rows.GetInt32(1));
        await rows.NextResultAsync(cancellationToken);
        var agents = new List<CandidateAgent>();
        while (await rows.ReadAsync(cancellationToken))
        {
            agents.Add(new(
                rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4),
                rows.GetBoolean(5), rows.GetBoolean(6), rows.GetBoolean(7),
                capacities.TryGetValue(rows.GetGuid(0), out var most) ? most : null, rows.GetInt32(8)));
        }

        return new(
            areaId, round, rules, agents, opened is not null && await TrueAsync(), opened is not null && await TrueAsync());

        void Add(string sql, Guid id) =>
            batch.BatchCommands.Add(new(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } });

        async Task<bool> TrueAsync() =>
            await rows.NextResultAsync(cancellationToken) && await rows.ReadAsync(cancellationToken) && rows.GetBoolean(0);
    }
}
