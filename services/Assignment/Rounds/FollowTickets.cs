using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Rounds;

/// <summary>
/// Keeps Assignment's copy of each ticket: who has it, and whether it is open. A ticket that was taken by hand or has ended leaves
/// the queue; one that is open again and has nobody goes to it, once.
/// </summary>
sealed class FollowTickets(AssignmentDbContext db, TimeProvider time) :
    IConsumer<AssigneeChanged>, IConsumer<TicketStatusChanged>, IConsumer<TicketPriorityChanged>, IConsumer<TicketClosed>, IConsumer<TicketReopened>,
    IConsumer<CustomerReplied>, IConsumer<AgentReplied>
{
    public Task Consume(ConsumeContext<AssigneeChanged> context) => FollowAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketStatusChanged> context) => FollowAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketPriorityChanged> context) => FollowAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketClosed> context) => FollowAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketReopened> context) => FollowAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<CustomerReplied> context) => FollowAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<AgentReplied> context) => FollowAsync(context, context.Message.Ticket);

    async Task FollowAsync(ConsumeContext context, TicketSnapshot ticket)
    {
        var open = Ticket.IsOpen(ticket.Status);
        var waits = open && ticket.Assignee is null;
        var priority = (int)ticket.Priority;
        // One statement, because events of one ticket arrive side by side; the version alone says which is the later.
        var waiting = await db.Database.SqlQuery<bool>($"""
            INSERT INTO ticket AS t (id, number, area_id, priority, opened_at, open, agent_id, version, cause)
            VALUES ({ticket.Id}, {ticket.Number}, {ticket.AreaId}, {priority}, {ticket.OpenedAt}, {open}, {ticket.Assignee?.Id}, {ticket.Version}, {Causes.Opened})
            ON CONFLICT (id) DO UPDATE SET area_id = excluded.area_id, priority = excluded.priority, open = excluded.open,
                agent_id = excluded.agent_id, version = excluded.version,
                (cause, waiting_since, waiting_because) = (SELECT
                    CASE WHEN due THEN {Causes.Reopened} ELSE t.cause END,
                    CASE WHEN due THEN {time.GetUtcNow()} WHEN {waits} THEN t.waiting_since END,
                    CASE WHEN due THEN {Causes.Reopened} WHEN {waits} THEN t.waiting_because END
                    FROM (SELECT {waits} AND NOT t.open AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.ticket_id = t.id AND r.cause = {Causes.Reopened}) AS due) AS choice)
            WHERE t.version < excluded.version
            RETURNING t.waiting_since IS NOT NULL AS "Value"
            """).ToListAsync(context.CancellationToken);
        if (waiting is [true])
            await context.Publish(new DrainArea(ticket.AreaId), context.CancellationToken);
    }
}
