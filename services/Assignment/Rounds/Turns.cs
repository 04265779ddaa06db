using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Rounds;

/// <summary>
/// Chooses under the area's lock. Rows are locked in one order everywhere, the round first and tickets after it, and nothing waits
/// for anything but the database until the commit lets go.
/// </summary>
sealed class Turns(AssignmentDbContext db, TimeProvider time)
{
    /// <summary>Waits for the area's round. A statement after it sees what the holder before has committed; one before would not.</summary>
    public async Task<Round?> TakeAsync(Guid areaId, CancellationToken cancellationToken) =>
        (await db.Rounds.FromSql($"SELECT * FROM round WHERE area_id = {areaId} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>Chooses for each ticket in turn, or lets it wait. The caller's commit makes it so.</summary>
    public async Task AssignAsync(ConsumeContext context, Round round, IReadOnlyList<Ticket> tickets)
    {
        var agents = await AgentsAsync(round.AreaId, context.CancellationToken);
        var assigned = new Dictionary<Guid, int>();
        var now = time.GetUtcNow();
        foreach (var ticket in tickets)
        {
            AssignmentCandidate[] candidates = [.. agents.Select(x => x.Candidate(assigned.GetValueOrDefault(x.Id)))];
            if (round.Choose(ticket, candidates, now) is not { } receipt)
            {
                ticket.Wait(agents.Count == 0 ? NotEligible.NoAgents : NotEligible.NobodyAvailable, now);
                continue;
            }

            var agent = agents.Single(x => x.Id == receipt.ChosenAgentId);
            assigned[agent.Id] = assigned.GetValueOrDefault(agent.Id) + 1;
            ticket.GoTo(agent.Id);
            db.Add(receipt);
            await context.Publish(receipt.Tell(agent.Person()), context.CancellationToken);
        }
    }

    Task<List<AgentInRound>> AgentsAsync(Guid areaId, CancellationToken cancellationToken) =>
        db.Agents.AsNoTracking().Where(x => x.Areas.Any(y => y.AreaId == areaId)).OrderBy(x => x.Id)
            .Select(x => new AgentInRound(x.Id, x.Name, x.Email, x.Language, x.Active, x.IsAgent, db.Tickets.Count(y => y.AgentId == x.Id && y.Open)))
            .ToListAsync(cancellationToken);
}
