using Helpdesk.Assignment.Rounds;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Dispatch;

/// <summary>The area's patience may have ended: looks at the ticket again, under its lock.</summary>
sealed class AskDispatchers(AssignmentDbContext db, TimeProvider time) : IConsumer<FallbackDue>
{
    /// <summary>The database keeps an hour less exactly than a message does.</summary>
    static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    public async Task Consume(ConsumeContext<FallbackDue> context)
    {
        var ticket = (await db.Tickets.FromSql($"SELECT * FROM ticket WHERE id = {context.Message.TicketId} FOR UPDATE").ToListAsync(context.CancellationToken)).SingleOrDefault();
        if (ticket is not { WaitingSince: not null, Held: false } || ticket.Waits != context.Message.Wait || ticket.AsksAt - context.Message.At > Rounding)
            return;
        ticket.AsksAt = null;
        if (await db.Areas.Where(x => x.Id == ticket.AreaId).Select(x => new AreaRules(x.Name, x.Mode, x.FallbackAfter)).SingleOrDefaultAsync(context.CancellationToken) is { } rules)
            await context.AskInTimeAsync(ticket, rules, time.GetUtcNow(), context.CancellationToken);
    }
}
