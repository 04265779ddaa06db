using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Assigning;

/// <summary>Chooses an agent for a ticket that was opened, or lets it wait until there is one.</summary>
sealed class AssignTicket(AssignmentDbContext db, AreaLock areaLock, TicketAssigner assigner, TimeProvider time) : IConsumer<TicketOpened>
{
    public async Task Consume(ConsumeContext<TicketOpened> context)
    {
        var snapshot = context.Message.Ticket;
        var area = await areaLock.AcquireAsync(snapshot.AreaId, snapshot, context.CancellationToken);
        var ticket = area.TicketKnown ? await KnownAsync(snapshot, context.CancellationToken) : db.Add(Ticket.From(snapshot)).Entity;
        if (ticket is not { AwaitsFirstChoice: true })
            return;
        if (area.AssignsAtOnce(ticket))
        {
            await assigner.AssignAsync(area, [ticket], context.CancellationToken);
            return;
        }

        ticket.Wait(WaitingReasons.InLine, time.GetUtcNow());
        await context.Publish(new DrainArea(ticket.AreaId) { TicketId = ticket.Id }, context.CancellationToken);
    }

    /// <summary>
    /// Later events came first, or this one came before; null when it was chosen for. The inbox forgets after a while, the receipts do
    /// not.
    /// </summary>
    async Task<Ticket?> KnownAsync(TicketSnapshot snapshot, CancellationToken cancellationToken)
    {
        var found = db.Tickets.FromSql($"SELECT * FROM ticket WHERE id = {snapshot.Id} FOR UPDATE");
        var ticket = (await found.ToListAsync(cancellationToken)).Single();
        return await db.Receipts.AnyAsync(x => x.TicketId == snapshot.Id, cancellationToken) ? null : ticket;
    }
}
