using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Deletes challenges that nobody answered in time, a bounded batch at once.</summary>
sealed class PurgeExpired(IServiceScopeFactory scopes, IOptions<ChallengeOptions> options, TimeProvider time, ILogger<PurgeExpired> logger) : BackgroundService
{
    const int BatchSize = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await PurgeBatchAsync(stoppingToken) >= BatchSize)
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Expired challenges could not be deleted; trying again in {Pause}", options.Value.PurgeEvery);
            }

            await Task.Delay(options.Value.PurgeEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<int> PurgeBatchAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        // SKIP LOCKED: another replica may purge at the same moment.
        var database = scope.ServiceProvider.GetRequiredService<CaptchaDbContext>().Database;
        var now = time.GetUtcNow();
        return await database.ExecuteSqlAsync($"""
            delete from challenge where id in (
              select id from challenge where expires_at <= {now} order by expires_at limit {BatchSize} for update skip locked)
            """, stoppingToken) + await database.ExecuteSqlAsync($"""
            delete from proof where id in (
              select id from proof where expires_at <= {now} order by expires_at limit {BatchSize} for update skip locked)
            """, stoppingToken);
    }
}
