using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Purging;

/// <summary>Carries out due purges, one after the other, and forgets settled ones after a while.</summary>
sealed class PurgeWorker(
    IServiceScopeFactory scopes, IOptions<PurgeOptions> options, TimeProvider time, ILogger<PurgeWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await CarryOutOneAsync(stoppingToken))
                {
                }

                await ForgetSettledAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Due files could not be purged; trying again in {Pause}", options.Value.Poll);
            }

            await Task.Delay(options.Value.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> CarryOutOneAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<FilePurger>(scope.ServiceProvider).CarryOutAsync(stoppingToken);
    }

    async Task ForgetSettledAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = time.GetUtcNow() - options.Value.RememberFor;
        var db = scope.ServiceProvider.GetRequiredService<AttachmentDbContext>();
        await db.Purges.Where(x => x.SettledAt < before).ExecuteDeleteAsync(stoppingToken);
    }
}
