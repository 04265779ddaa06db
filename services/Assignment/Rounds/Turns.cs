using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Helpdesk.Assignment.Rounds;

/// <summary>
/// Chooses under the area's lock. Rows are locked in one order everywhere, the round first and tickets after it, and nothing waits
/// for anything but the database until the commit lets go.
/// </summary>
sealed class Turns(AssignmentDbContext db, TimeProvider time)
{
    /// <summary>
    /// Waits for the area's round and reads what a choice needs, in one round trip: whatever is asked while the lock is held, all
    /// others of the area wait for. The statements stay apart, for each then sees what the holder before has committed; one
    /// statement would see what there was before it waited.
    /// </summary>
    public async Task<Turn> TakeAsync(Guid areaId, Guid? ticketId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
        {
            BatchCommands =
            {
                new("SELECT sequence, previous_agent_id FROM round WHERE area_id = $1 FOR UPDATE") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = areaId } } },
                new("""
                    SELECT a.id, a.name, a.email, a.language, a.active, a.is_agent, (SELECT count(*)::int FROM ticket t WHERE t.agent_id = a.id AND t.open)
                    FROM agent_area s JOIN agent a ON a.id = s.agent_id WHERE s.area_id = $1 ORDER BY a.id
                    """) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = areaId } } },
                new("SELECT 1 FROM ticket WHERE id = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = ticketId.GetValueOrDefault() } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        var round = await rows.ReadAsync(cancellationToken)
            ? db.Attach(Round.At(areaId, rows.GetInt64(0), rows.IsDBNull(1) ? null : rows.GetGuid(1))).Entity
            : null;
        await rows.NextResultAsync(cancellationToken);
        var agents = new List<AgentInRound>();
        while (await rows.ReadAsync(cancellationToken))
            agents.Add(new(rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetBoolean(4), rows.GetBoolean(5), rows.GetInt32(6)));
        await rows.NextResultAsync(cancellationToken);
        return new(round, agents, await rows.ReadAsync(cancellationToken));
    }

    /// <summary>Chooses for each ticket in turn, or lets it wait. The caller's commit makes it so.</summary>
    public async Task AssignAsync(ConsumeContext context, Turn turn, IReadOnlyList<Ticket> tickets)
    {
        var now = time.GetUtcNow();
        var assigned = new Dictionary<Guid, int>();
        foreach (var ticket in tickets)
        {
            AssignmentCandidate[] candidates = [.. turn.Agents.Select(x => x.Candidate(assigned.GetValueOrDefault(x.Id)))];
            if (turn.Round?.Choose(ticket, candidates, now) is not { } receipt)
            {
                ticket.Wait(turn switch { { Round: null } => NotEligible.UnknownArea, { Agents: [] } => NotEligible.NoAgents, _ => NotEligible.NobodyAvailable }, now);
                continue;
            }

            var agent = turn.Agents.Single(x => x.Id == receipt.ChosenAgentId);
            assigned[agent.Id] = assigned.GetValueOrDefault(agent.Id) + 1;
            ticket.GoTo(agent.Id);
            db.Add(receipt);
            await context.Publish(receipt.Tell(agent.Person()), context.CancellationToken);
        }
    }
}
