using Helpdesk.Ticketing.LocalCopies;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Assigning;

/// <summary>
/// Who is no agent any more hands back everything that is not closed, touched or not. Done in batches, each in a transaction of its
/// own that sends for the next.
/// </summary>
sealed class HandBackSuspended(TicketingDbContext db, IPublishEndpoint publish, TimeProvider time) : IConsumer<SuspendedAgentDue>
{
    public const int Batch = 50;

    public async Task Consume(ConsumeContext<SuspendedAgentDue> context)
    {
        var agent = context.Message.AgentId;
        // No choice may slip in between what is read here and the commit.
        await db.LockAvailabilityAsync(agent, context.CancellationToken);
        if (!await db.IsSuspendedAsync(agent, context.CancellationToken))
            return;
        var tickets = await db.Tickets.FromSql($"""
            select * from ticket where assignee_id = {agent} and status <> 'Closed' order by id limit {Batch} for update
            """).ToListAsync(context.CancellationToken);
        foreach (var ticket in tickets)
        {
            ticket.HandBack(agent, time.GetUtcNow());
            await publish.PublishEventsAsync(ticket, context.CancellationToken);
        }

        if (tickets.Count == Batch)
            await publish.Publish(context.Message, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
