using Helpdesk.Assignment.Assigning;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Queue;

/// <summary>The area's patience may have ended: looks at the ticket again, under its lock.</summary>
sealed class AskDispatchers(AssignmentDbContext db, TimeProvider time) : IConsumer<FallbackDue>
{
    public async Task Consume(ConsumeContext<FallbackDue> context)
    {
        var locked = db.Tickets.FromSql($"SELECT * FROM ticket WHERE id = {context.Message.TicketId} FOR UPDATE");
        var ticket = (await locked.ToListAsync(context.CancellationToken)).SingleOrDefault();
        if (ticket is null || !ticket.AcceptFallback(context.Message))
            return;
        var rules = await db.Areas.Where(x => x.Id == ticket.AreaId).Select(x => new AreaRules(x.Name, x.Mode, x.FallbackAfter))
            .SingleOrDefaultAsync(context.CancellationToken);
        if (rules is not null)
            await context.RequestDispatcherAsync(ticket, rules, time.GetUtcNow(), context.CancellationToken);
    }
}
