using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Sends due messages in batches while the broker is available. Replicas share the work by skipping locked rows.</summary>
sealed class OutboxDispatcher<TContext>(
    IServiceScopeFactory scopes, ReplicaNotifier<TContext> replicas, OutboxSignal signal, OutboxDelivery delivery, FailedDeliveries failed,
    DatabaseAvailability<TContext> database, TimeProvider time, IOptions<MessagingOptions> options,
    ILogger<OutboxDispatcher<TContext>> logger)
    : BackgroundService where TContext : DbContext
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The bus would log each failed send with a stack trace, five hundred for one lost connection; FailedDeliveries logs them.
        LogContext.ConfigureCurrentLogContext(NullLoggerFactory.Instance);
        delivery.Connect();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await database.WaitUntilAvailableAsync(stoppingToken);
                await WaitForBrokerAsync(stoppingToken);
                // With more to do, one batch is read and deleted while the broker confirms the other.
                if (await DispatchBatchAsync(stoppingToken) == options.Value.BatchSize)
                    await Task.WhenAll(DrainAsync(stoppingToken), DrainAsync(stoppingToken));
                await signal.WaitAsync(options.Value.PollInterval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                if (DatabaseAvailability<TContext>.IsOutage(exception))
                    database.ReportOutage();
                else
                    logger.LogWarning("The outbox could not be read or written ({Reason})", exception.GetBaseException().Message);
                await Task.Delay(options.Value.PollInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>While the broker is down the rows wait, without using up attempts.</summary>
    async Task WaitForBrokerAsync(CancellationToken stoppingToken)
    {
        while (!delivery.IsBrokerAvailable)
        {
            if (signal.TakeHasWritten())
                await replicas.NotifyAsync(stoppingToken);
            await signal.WaitAsync(TimeSpan.FromMilliseconds(100), stoppingToken);
        }
    }

    async Task DrainAsync(CancellationToken stoppingToken)
    {
        while (await DispatchBatchAsync(stoppingToken) == options.Value.BatchSize)
        {
        }
    }

    async Task<int> DispatchBatchAsync(CancellationToken stoppingToken)
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
        // Once sent, the rows must be deleted even if the host is stopping: otherwise all would be sent again.
        await db.Set<OutboxMessage>().Where(x => outcome.Delivered.Contains(x.SequenceNumber)).ExecuteDeleteAsync(CancellationToken.None);
        foreach (var (message, error) in outcome.Refused)
            await failed.PostponeAsync(db, message, error);
        await transaction.CommitAsync(CancellationToken.None);
        // What is neither delivered nor refused waits for the broker, and need not be read again at once.
        return outcome.Delivered.Count + outcome.Refused.Count;
    }
}
