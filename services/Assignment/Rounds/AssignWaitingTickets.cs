using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Rounds;

/// <summary>Assigns the tickets that wait in an area, the most urgent first and of these the oldest.</summary>
sealed class AssignWaitingTickets(AssignmentDbContext db, Turns turns) : IConsumer<DrainArea>
{
    /// <summary>Tickets in one commit: so long, at most, new tickets of the area wait behind the queue.</summary>
    public const int BatchSize = 50;

    public async Task Consume(ConsumeContext<DrainArea> context)
    {
        var turn = await turns.TakeAsync(context.Message.AreaId, null, context.CancellationToken);
        var waiting = await db.Tickets.FromSql($"""
            SELECT * FROM ticket WHERE area_id = {context.Message.AreaId} AND waiting_since IS NOT NULL
            ORDER BY priority DESC, opened_at, id LIMIT {BatchSize} FOR UPDATE
            """).ToListAsync(context.CancellationToken);
        await turns.AssignAsync(context, turn, waiting);
        if (waiting.Count == BatchSize && waiting.All(x => x.WaitingSince is null))
            await context.Publish(context.Message, context.CancellationToken);
    }
}
