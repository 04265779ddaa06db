using Helpdesk.Messaging;
using Helpdesk.Operations.Failures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Helpdesk.Operations.Queues;

/// <summary>Asks the services for their outboxes and queues, looks how long these are, and fetches what failed.</summary>
sealed class QueueMonitor(
    IServiceProvider services, ServiceClient others, ConsumedQueues own, CollectFailures collect, IOptions<OperationsOptions> options,
    TimeProvider time, ILogger<QueueMonitor> logger)
    : BackgroundService
{
    static readonly string[] Failed = ["_error", "_skipped"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.PollInterval), time);
        do
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                await PollAsync(scope.ServiceProvider.GetRequiredService<OperationsDbContext>(), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && TransientFaults.IsTransient(exception))
            {
                logger.LogDebug("Queues could not be looked at: {Reason}", exception.GetBaseException().Message);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Queues could not be looked at");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    async Task PollAsync(OperationsDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var about = await MessagingReport.ReadAsync(db, own, now, cancellationToken);
        MessagingReport[] reports = [about, .. await others.AskAsync(cancellationToken)];
        foreach (var report in reports)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO outbox (service, oldest_due, set_aside, told_at)
                VALUES ({report.Service}, {report.OldestDue}, {report.SetAside}, {now})
                ON CONFLICT (service) DO UPDATE SET
                    oldest_due = excluded.oldest_due, set_aside = excluded.set_aside, told_at = excluded.told_at
                """, cancellationToken);
        }

        // Also those of a service that is away, or that its next version does not have any more.
        var before = await db.Queues.Select(x => new KnownQueue(x.Service, x.Name)).ToListAsync(cancellationToken);
        var told = reports.SelectMany(x => x.Queues.Select(y => new KnownQueue(x.Service, y)));
        var queues = before.Concat(told).DistinctBy(x => x.Name).ToList();
        await using var channel = await services.GetRequiredService<IConnection>().CreateChannelAsync(cancellationToken: cancellationToken);
        foreach (var queue in queues)
        {
            foreach (var suffix in Failed)
            {
                // As the bus itself makes it: to ask for one that is not there would leave an error in the broker's log each time.
                var errors = await channel.QueueDeclareAsync(
                    queue.Name + suffix, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
                if (errors.MessageCount > 0)
                    await collect.CollectAsync(channel, errors.QueueName, queue, db, cancellationToken);
            }
        }

        foreach (var queue in queues)
            await SampleAsync(channel, queue, db, cancellationToken);
    }

    async Task SampleAsync(IChannel channel, KnownQueue queue, OperationsDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            var found = await channel.QueueDeclarePassiveAsync(queue.Name, cancellationToken);
            long length = found.MessageCount, consumers = found.ConsumerCount;
            var now = time.GetUtcNow();
            DateTimeOffset? since = length > 0 ? now : null;
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO queue (name, service, length, consumers, not_empty_since, sampled_at)
                VALUES ({queue.Name}, {queue.Service}, {length}, {consumers}, {since}, {now})
                ON CONFLICT (name) DO UPDATE SET
                    service = excluded.service, length = excluded.length, consumers = excluded.consumers, sampled_at = excluded.sampled_at,
                    not_empty_since = CASE WHEN excluded.length > 0 THEN coalesce(queue.not_empty_since, excluded.not_empty_since) END
                """, cancellationToken);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == 404)
        {
            // Somebody removed it. The channel has ended by it; the next look goes on with the others.
            await db.Queues.Where(x => x.Name == queue.Name).ExecuteDeleteAsync(cancellationToken);
            throw;
        }
    }
}
