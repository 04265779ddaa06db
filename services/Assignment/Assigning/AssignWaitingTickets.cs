using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Assigning;

/// <summary>Assigns the tickets that wait in an area, the most urgent first and of these the oldest.</summary>
sealed class AssignWaitingTickets(AssignmentDbContext db, AreaLock areaLock, TicketAssigner assigner) : IConsumer<DrainArea>
{
    /// <summary>Tickets in one commit: so long, at most, new tickets of the area wait behind the queue.</summary>
    public const int BatchSize = 50;

    public async Task Consume(ConsumeContext<DrainArea> context)
    {
        var drain = context.Message;
        var area = await areaLock.AcquireAsync(drain.AreaId, null, context.CancellationToken);
        var waiting = await NextAsync(drain, context.CancellationToken);
        await assigner.AssignAsync(area, waiting, context.CancellationToken);
        if (drain.NextBatch(waiting, BatchSize, area.AnyoneCanTake) is { } next)
            await context.Publish(next, context.CancellationToken);
        else if (drain.TicketId is { } id && !waiting.Exists(x => x.Id == id))
            await assigner.AssignAsync(area, await LateAsync(drain.AreaId, id, context.CancellationToken), context.CancellationToken);
    }

    Task<List<Ticket>> NextAsync(DrainArea drain, CancellationToken cancellationToken)
    {
        var rank = (int?)drain.After?.Priority ?? int.MaxValue;
        var (openedAt, id) = (drain.After?.OpenedAt ?? default, drain.After?.TicketId ?? default);
        return db.Tickets.FromSql($"""
            SELECT * FROM ticket WHERE area_id = {drain.AreaId} AND waiting_since IS NOT NULL AND NOT held
            AND (priority < {rank} OR (priority = {rank} AND (opened_at, id) > ({openedAt}, {id})))
            ORDER BY priority DESC, opened_at, id LIMIT {BatchSize} FOR UPDATE
            """).ToListAsync(cancellationToken);
    }

    Task<List<Ticket>> LateAsync(Guid areaId, Guid id, CancellationToken cancellationToken) =>
        db.Tickets.FromSql(
            $"SELECT * FROM ticket WHERE id = {id} AND area_id = {areaId} AND waiting_since IS NOT NULL AND NOT held FOR UPDATE")
        .ToListAsync(cancellationToken);
}
