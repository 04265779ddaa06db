using Helpdesk.Assignment.Assigning;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

/// <summary>
/// One change of what an agent can be given, under the lock of their row: recorded, published, and what waits for them sent on. The
/// caller's commit makes it so.
/// </summary>
sealed class AgentUnitOfWork(AssignmentDbContext db, IPublishEndpoint publish, TimeProvider time)
{
    public async Task<Agent?> LockAsync(Guid id, CancellationToken cancellationToken) =>
        (await db.Agents.FromSql($"SELECT * FROM agent WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    public async Task ChangeAsync(Agent agent, Action<Agent> change, CancellationToken cancellationToken)
    {
        var before = agent.Availability;
        change(agent);
        var after = agent.Availability;
        var unknown = agent.AvailabilityVersion == 0;
        // Of whom nobody ever heard as an agent nobody needs to hear that they are none, unless a ticket was given to them by hand.
        if (
            unknown ? !agent.IsAgent && before.IneligibleBecause is not null && !await HasTicketsAsync(agent, cancellationToken)
            : before == after)
            return;

        var now = time.GetUtcNow();
        await publish.Publish(agent.NextAvailabilityEvent(now), cancellationToken);
        if (unknown || before.IneligibleBecause != after.IneligibleBecause)
            await RecordAbsenceAsync(agent, now, cancellationToken);
        if (after.TakesMoreThan(before))
            await DrainAsync(agent, cancellationToken);
    }

    /// <summary>
    /// Held until the commit: whoever asks of an account that is not known yet, and whoever makes it known, come one after the other.
    /// </summary>
    public Task LockUnknownAsync(Guid id, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({id}::text, 0))", cancellationToken);

    /// <summary>Tells again that the agent can be given nothing, so that what they got meanwhile goes back too.</summary>
    public Task PublishAvailabilityAsync(Agent agent, CancellationToken cancellationToken) =>
        publish.Publish(agent.NextAvailabilityEvent(time.GetUtcNow()), cancellationToken);

    Task<bool> HasTicketsAsync(Agent agent, CancellationToken cancellationToken) =>
        db.Tickets.AnyAsync(x => x.AgentId == agent.Id && x.Open, cancellationToken);

    async Task RecordAbsenceAsync(Agent agent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Absences.Where(x => x.AgentId == agent.Id && x.EndedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.EndedAt, now), cancellationToken);
        if (agent.IneligibleBecause is { } because)
            db.Add(new Absence { Id = Guid.CreateVersion7(), AgentId = agent.Id, Because = because, BeganAt = now });
    }

    public async Task DrainAsync(Agent agent, CancellationToken cancellationToken)
    {
        foreach (var area in await db.AgentAreas.Where(x => x.AgentId == agent.Id).Select(x => x.AreaId).ToListAsync(cancellationToken))
            await publish.Publish(new DrainArea(area), cancellationToken);
    }
}
