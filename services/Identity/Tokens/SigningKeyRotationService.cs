namespace Helpdesk.Identity.Tokens;

/// <summary>Reads the keys again and again, for another replica may have made one, and has the next one made in time.</summary>
sealed class SigningKeyRotationService(
    IServiceScopeFactory scopes, CachedSigningKeys keys, TimeProvider time, ILogger<SigningKeyRotationService> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>The first look comes before the first sign-in.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryRefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rotation = scope.ServiceProvider.GetRequiredService<SigningKeyRotation>();
        var found = await rotation.ReadAsync(cancellationToken);
        keys.Replace(found);
        if (rotation.IsDue(found) || !keys.CanSign)
            keys.Replace(await rotation.RotateAsync(cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryRefreshAsync(stoppingToken);
    }

    async Task TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(
                "The keys that sign tokens could not be read ({Reason}); the next look is in {Interval}",
                exception.GetBaseException().Message, Interval);
        }
    }
}
