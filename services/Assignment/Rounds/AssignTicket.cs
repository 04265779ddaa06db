using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Rounds;

/// <summary>Chooses an agent for a ticket that was opened, or lets it wait until there is one.</summary>
sealed class AssignTicket(AssignmentDbContext db, Turns turns) : IConsumer<TicketOpened>
{
    public async Task Consume(ConsumeContext<TicketOpened> context)
    {
        var snapshot = context.Message.Ticket;
        var turn = await turns.TakeAsync(snapshot.AreaId, snapshot.Id, context.CancellationToken);
        var ticket = turn.TicketKnown ? await KnownAsync(snapshot.Id, context.CancellationToken) : db.Add(Ticket.Of(snapshot)).Entity;
        if (ticket is { Open: true, AgentId: null, WaitingSince: null })
            await turns.AssignAsync(context, turn, [ticket]);
    }

    /// <summary>Later events came first, or this one came before; null when it was chosen for. The inbox forgets after a while, the receipts do not.</summary>
    async Task<Ticket?> KnownAsync(Guid id, CancellationToken cancellationToken)
    {
        var ticket = (await db.Tickets.FromSql($"SELECT * FROM ticket WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).Single();
        return await db.Receipts.AnyAsync(x => x.TicketId == id, cancellationToken) ? null : ticket;
    }
}
