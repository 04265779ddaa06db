using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Sends what is due, batch after batch, as long as the broker is there. Replicas share the work: each skips the rows another has locked.</summary>
sealed class OutboxDispatcher<TContext>(IServiceScopeFactory scopes, IBusControl bus, OutboxSignal signal, OutboxDelivery delivery,
    TimeProvider time, IOptions<MessagingOptions> options, ILogger<OutboxDispatcher<TContext>> logger) : BackgroundService where TContext : DbContext
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Without the broker every attempt would be wasted: the rows wait, and burn none of their back-off.
                await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
                while (await DispatchBatch(stoppingToken) == options.Value.BatchSize)
                {
                }

                await signal.WaitAsync(options.Value.PollInterval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "The outbox could not be read; trying again in {Pause}", options.Value.PollInterval);
                await Task.Delay(options.Value.PollInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task<int> DispatchBatch(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(stoppingToken);
        var due = await db.Set<OutboxMessage>().FromSql($"""
            SELECT * FROM outbox_message WHERE set_aside_at IS NULL AND deliver_at <= {time.GetUtcNow()}
            ORDER BY deliver_at, sequence_number LIMIT {options.Value.BatchSize} FOR UPDATE SKIP LOCKED
            """).AsNoTracking().ToListAsync(stoppingToken);
        if (due.Count == 0)
            return 0;

        var outcome = await delivery.Send(due, stoppingToken);
        // Once sent, the rows must go even when the host is stopping: otherwise everything would be sent again.
        await db.Set<OutboxMessage>().Where(x => outcome.Delivered.Contains(x.SequenceNumber)).ExecuteDeleteAsync(CancellationToken.None);
        foreach (var (row, next) in outcome.Postponed)
        {
            await db.Set<OutboxMessage>().Where(x => x.SequenceNumber == row)
                .ExecuteUpdateAsync(x => x.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.DeliverAt, next), CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return due.Count;
    }
}
