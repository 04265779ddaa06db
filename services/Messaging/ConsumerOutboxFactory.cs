using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>One transaction for the inbox row, the consumer's changes and its published messages.</summary>
sealed class ConsumerOutboxFactory<TContext>(
    TContext db, DatabaseAvailability<TContext> database, IServiceProvider services, TimeProvider time)
    : IOutboxContextFactory<TContext> where TContext : DbContext
{
    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next) where T : class
    {
        var messageId = context.GetOriginalMessageId()
            ?? throw new MessageException(typeof(T), "A message needs an id to be consumed once.");
        // A failed save fails the whole transaction anyway: savepoints would only cost round trips.
        db.Database.AutoSavepointsEnabled = false;
        // Attempts wait here, so that an outage costs one of them, not all.
        await database.WaitUntilAvailableAsync(context.CancellationToken);
        try
        {
            await Consume(context, options, messageId, next);
        }
        catch (Exception exception) when (DatabaseAvailability<TContext>.IsOutage(exception))
        {
            database.ReportOutage();
            throw;
        }
    }

    async Task Consume<T>(
        ConsumeContext<T> context, OutboxConsumeOptions options, Guid messageId, IPipe<OutboxConsumeContext<T>> next) where T : class
    {
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        // A concurrent duplicate waits here for our commit, and then finds the row.
        var inserted = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO inbox_message (message_id, consumer_id, consumed_at) VALUES ({messageId}, {options.ConsumerId}, {time.GetUtcNow()})
            ON CONFLICT DO NOTHING
            """, context.CancellationToken);
        await next.Send(new ConsumerOutbox<TContext, T>(context, options, services, db, time, alreadyConsumed: inserted == 0));
        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("postgresOutbox");
}
