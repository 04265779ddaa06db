using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Revocation;

/// <summary>
/// Reads every few seconds what any replica of the service received, so that no request has to ask the database about its token.
/// </summary>
sealed class RevokedAccessRefresher<TContext>(
    IServiceScopeFactory scopes, RevokedTokens tokens, TimeProvider time, ILogger<RevokedAccessRefresher<TContext>> logger)
    : BackgroundService where TContext : DbContext
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Rows may be committed this much later than their time says, and replicas' clocks differ.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    DateTimeOffset _seen = DateTimeOffset.MinValue;

    /// <summary>Reads before the first request: a host that restarts must not accept what it refused before.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await RefreshAsync(stoppingToken);
        }
    }

    async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            await using var scope = scopes.CreateAsyncScope();
            var rows = scope.ServiceProvider.GetRequiredService<TContext>().Set<RevokedAccess>();
            foreach (var row in await rows.AsNoTracking().Where(x => x.HeardAt >= _seen && x.Until > now).ToListAsync(cancellationToken))
                tokens.Revoke(row.AccountId, row.SessionId, row.IssuedBefore, row.Until);
            _seen = now - Overlap;
            tokens.Forget(now);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(
                "Revoked tokens could not be read ({Reason}); next try in {Interval}",
                exception.GetBaseException().Message, Interval);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
