using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Rounds;

/// <summary>Chooses an agent for a ticket that was opened, or lets it wait until there is one.</summary>
sealed class AssignTicket(AssignmentDbContext db, Turns turns, TimeProvider time) : IConsumer<TicketOpened>
{
    public async Task Consume(ConsumeContext<TicketOpened> context)
    {
        var snapshot = context.Message.Ticket;
        var round = await turns.TakeAsync(snapshot.AreaId, context.CancellationToken);
        var known = (await db.Tickets.FromSql($"SELECT * FROM ticket WHERE id = {snapshot.Id} FOR UPDATE").ToListAsync(context.CancellationToken)).SingleOrDefault();
        // Later events may have come first: somebody took the ticket by hand, or it is closed already.
        var ticket = known ?? db.Add(Ticket.Of(snapshot)).Entity;
        if (!ticket.Open || ticket.AgentId is not null || ticket.WaitingSince is not null)
            return;
        // The inbox forgets after a while, the receipts do not.
        if (known is not null && await db.Receipts.AnyAsync(x => x.TicketId == ticket.Id, context.CancellationToken))
            return;

        if (round is null)
            ticket.Wait(NotEligible.UnknownArea, time.GetUtcNow());
        else
            await turns.AssignAsync(context, round, [ticket]);
    }
}
