using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Deletes inbox rows periodically, once their messages can no longer be redelivered.</summary>
sealed class InboxPurge<TContext>(IServiceScopeFactory scopes, TimeProvider time, IOptions<MessagingOptions> options,
    ILogger<InboxPurge<TContext>> logger) : BackgroundService where TContext : DbContext
{
    const int BatchSize = 5000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.InboxPurgeInterval, time);
        while (await TickAsync(timer, stoppingToken))
        {
            try
            {
                while (await PurgeBatch(stoppingToken) == BatchSize)
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                var pause = options.Value.InboxPurgeInterval;
                logger.LogWarning(exception, "Old inbox rows could not be deleted; trying again in {Pause}", pause);
            }
        }
    }

    static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        await ((Task)tick).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return tick is { IsCompletedSuccessfully: true, Result: true };
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
