using Helpdesk.Assignment.Agents;
using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// Keeps Assignment's copy of each ticket: where it is, who has it, whether it is open. A ticket that was taken by hand or has ended
/// leaves the queue; one that nobody has any more goes to it, and what it was to its agent is free for another.
/// </summary>
sealed class SyncTicket(AssignmentDbContext db, TimeProvider time) :
    IConsumer<AssigneeChanged>, IConsumer<TicketStatusChanged>, IConsumer<TicketPriorityChanged>, IConsumer<TicketSubjectChanged>,
    IConsumer<TicketRecategorized>, IConsumer<TicketClosed>, IConsumer<TicketReopened>, IConsumer<TicketMerged>,
    IConsumer<CustomerReplied>, IConsumer<AgentReplied>
{
    public Task Consume(ConsumeContext<AssigneeChanged> context) => SyncAsync(context, context.Message.Ticket, context.Message);
    public Task Consume(ConsumeContext<TicketStatusChanged> context) => SyncAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketPriorityChanged> context) => SyncAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketSubjectChanged> context) => SyncAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketClosed> context) => SyncAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketReopened> context) => SyncAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<TicketMerged> context) => SyncAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<CustomerReplied> context) => SyncAsync(context, context.Message.Ticket);
    public Task Consume(ConsumeContext<AgentReplied> context) => SyncAsync(context, context.Message.Ticket);

    public async Task Consume(ConsumeContext<TicketRecategorized> context)
    {
        await db.Areas.Where(x => x.Id == context.Message.Ticket.AreaId && !x.Used)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.Used, true), context.CancellationToken);
        await db.Categories.Where(x => x.Id == context.Message.Ticket.CategoryId && !x.Used)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.Used, true), context.CancellationToken);
        await SyncAsync(context, context.Message.Ticket);
    }

    async Task SyncAsync(ConsumeContext context, TicketSnapshot seen, AssigneeChanged? change = null)
    {
        var ticket = await LockAsync(seen, context.CancellationToken);
        var (loadOf, before) = (ticket.LoadOf, ticket.AgentId);
        var due = ticket.Apply(seen, change, time.GetUtcNow());
        if (due)
            await context.Publish(new DrainArea(ticket.AreaId) { TicketId = ticket.Id }, context.CancellationToken);
        if (ticket is { Held: true, WaitingSince: not null, DispatchersAskedAt: null })
        {
            var areaName = await NameOfAreaAsync(ticket.AreaId, context.CancellationToken);
            await context.Publish(ticket.AskDispatchers(areaName, time.GetUtcNow()), context.CancellationToken);
        }

        if (loadOf is { } agent && ticket.LoadOf != agent)
            await FreeCapacityAsync(context, agent);
        var byHand = change is { To: not null, Cause: not AssigneeCause.Automatic };
        if (ticket.AgentId is { } has && (has != before || byHand) && seen.Status != TicketStatus.Closed)
            await GiveBackAsync(context, has);
    }

    /// <summary>Nothing stays with an account that may work on none, whoever gave it and whichever event came first.</summary>
    async Task GiveBackAsync(ConsumeContext context, Guid agent)
    {
        var known = await db.Agents.Where(x => x.Id == agent).Select(x => new { Works = x.Active && x.IsAgent, x.AvailabilityVersion })
            .SingleOrDefaultAsync(context.CancellationToken);
        if (known is not { Works: true })
            await context.Publish(new UnavailableAgentAssigned(agent, known?.AvailabilityVersion ?? 0), context.CancellationToken);
    }

    /// <summary>Made before it is locked: of two events of one unknown ticket the second must wait for the first.</summary>
    async Task<Ticket> LockAsync(TicketSnapshot seen, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO ticket (
                id, number, subject, area_id, priority, opened_at, customer_canonical_email, open, pending, version, assignee_version,
                cause, cause_version, returned_by, held, wait_count)
            VALUES ({seen.Id}, {seen.Number}, {seen.Subject}, {seen.AreaId}, {(int)seen.Priority}, {seen.OpenedAt}, '',
                true, false, 0, 0, {AssignmentCauses.Opened}, 0, ARRAY[]::uuid[], false, 0)
            ON CONFLICT DO NOTHING
            """, cancellationToken);
        return (await db.Tickets.FromSql($"SELECT * FROM ticket WHERE id = {seen.Id} FOR UPDATE").ToListAsync(cancellationToken)).Single();
    }

    async Task<string> NameOfAreaAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Areas.Where(x => x.Id == id).Select(x => x.Name).SingleOrDefaultAsync(cancellationToken) ?? "";

    /// <summary>Whether something waits is not asked here: it may begin to at this very moment.</summary>
    async Task FreeCapacityAsync(ConsumeContext context, Guid agent)
    {
        var areas = db.AgentAreas.Where(x => x.AgentId == agent && db.Agents.Any(y => y.Id == agent && y.Capacity != null))
            .Select(x => x.AreaId);
        foreach (var area in await areas.ToListAsync(context.CancellationToken))
            await context.Publish(new DrainArea(area), context.CancellationToken);
    }
}
