namespace Helpdesk.Notification.Digests;

/// <summary>Gathers what is due, every now and then; what waits lies in the database, so a restart loses none of it.</summary>
sealed class SendDigests(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<SendDigests> logger) : BackgroundService
{
    readonly TimeSpan _poll = configuration.GetValue("Digests:Poll", TimeSpan.FromSeconds(20));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_poll);
        do
        {
            try
            {
                while (await ComposeAsync(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Digests could not be gathered; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<bool> ComposeAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DigestComposer>().ComposeAsync(stopping);
    }
}
