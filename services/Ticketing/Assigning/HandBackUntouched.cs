using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Assigning;

/// <summary>
/// Who goes away hands back what they have not touched since they got it. An agent may have many tickets, so they are done in batches,
/// each in a transaction of its own that sends for the next; who comes back meanwhile keeps the rest.
/// </summary>
sealed class HandBackUntouched(
    TicketingDbContext db, IPublishEndpoint publish, TimeProvider time) : IConsumer<AgentAvailabilityChanged>, IConsumer<HandBackDue>
{
    public const int Batch = 50;
    const string Disabled = "disabled", NotAnAgent = "not-an-agent";

    public async Task Consume(ConsumeContext<AgentAvailabilityChanged> context)
    {
        var agent = context.Message;
        // No choice may slip in between what is read here and the commit.
        await db.LockAvailabilityAsync(agent.AgentId, context.CancellationToken);
        var suspended = !agent.Available && agent.Because is Disabled or NotAnAgent;
        var news = await db.Database.ExecuteSqlAsync($"""
            insert into agent_availability (agent_id, version, available, suspended)
            values ({agent.AgentId}, {agent.Version}, {agent.Available}, {suspended})
            on conflict (agent_id) do update set version = excluded.version, available = excluded.available, suspended = excluded.suspended
            where agent_availability.version < excluded.version
            """, context.CancellationToken);
        if (news > 0 && suspended)
            await publish.Publish(new SuspendedAgentDue(agent.AgentId), context.CancellationToken);
        if (news > 0 && !agent.Available)
            await HandBackAsync(new(agent.AgentId, agent.Version), context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<HandBackDue> context)
    {
        var (agent, version) = context.Message;
        if (await db.Availabilities.AnyAsync(x => x.AgentId == agent && x.Version == version && !x.Available, context.CancellationToken))
            await HandBackAsync(context.Message, context.CancellationToken);
    }

    async Task HandBackAsync(HandBackDue due, CancellationToken cancellationToken)
    {
        var tickets = await db.Tickets.FromSql($"""
            select * from ticket where assignee_id = {due.AgentId} and status <> 'Closed' and not touched
            order by id limit {Batch} for update
            """).ToListAsync(cancellationToken);
        foreach (var ticket in tickets)
        {
            ticket.HandBackUntouched(due.AgentId, time.GetUtcNow());
            await publish.PublishEventsAsync(ticket, cancellationToken);
        }

        if (tickets.Count == Batch)
            await publish.Publish(due, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
