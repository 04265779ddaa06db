using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Forgets, from time to time, the messages that can no longer be delivered again.</summary>
sealed class InboxPurge<TContext>(IServiceScopeFactory scopes, TimeProvider time, IOptions<MessagingOptions> options,
    ILogger<InboxPurge<TContext>> logger) : BackgroundService where TContext : DbContext
{
    const int BatchSize = 5000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.InboxPurgeInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(x => x is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
        {
            try
            {
                while (await PurgeBatch(stoppingToken) == BatchSize)
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Old inbox rows could not be deleted; trying again in {Pause}", options.Value.InboxPurgeInterval);
            }
        }
    }

    async Task<int> PurgeBatch(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        // SKIP LOCKED: another replica may purge at the same moment.
        return await db.Database.ExecuteSqlAsync($"""
            DELETE FROM inbox_message WHERE (message_id, consumer_id) IN (
              SELECT message_id, consumer_id FROM inbox_message WHERE consumed_at < {time.GetUtcNow() - options.Value.InboxRetention}
              ORDER BY consumed_at LIMIT {BatchSize} FOR UPDATE SKIP LOCKED)
            """, stoppingToken);
    }
}
