using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>Deletes sessions, with their used tokens, when no refresh token of theirs could be good any more.</summary>
sealed class PurgeSessions(IServiceScopeFactory scopes, TimeProvider time, ILogger<PurgeSessions> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "Ended sessions could not be deleted; the next try is in an hour");
            }
        }
    }

    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Sessions.Where(x => x.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
