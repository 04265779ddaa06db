using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>Deletes sessions, with their used tokens, when no refresh token of theirs could be good any more; links that ended long ago; and the counts of mails of past hours.</summary>
sealed class PurgeSessions(IServiceScopeFactory scopes, TimeProvider time, ILogger<PurgeSessions> logger) : BackgroundService
{
    static readonly TimeSpan LinksKept = TimeSpan.FromDays(30);

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
        var db = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        await db.Links.Where(x => x.ExpiresAt <= now - LinksKept).ExecuteDeleteAsync(cancellationToken);
        await db.MailBudgets.Where(x => x.Since <= now - TimeSpan.FromHours(1)).ExecuteDeleteAsync(cancellationToken);
        return await db.Sessions.Where(x => x.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
