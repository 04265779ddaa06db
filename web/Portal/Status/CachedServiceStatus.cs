using Helpdesk.Api.Operations;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Status;

/// <summary>
/// How the services are that a customer may notice, asked of them every few seconds, so that no page waits for one that is away.
/// </summary>
sealed class CachedServiceStatus(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // In the order in which a ticket meets them.
    static readonly string[] Services =
    [
        ServiceNames.Ticketing, ServiceNames.Captcha, ServiceNames.Attachment, ServiceNames.Assignment, ServiceNames.Notification,
        ServiceNames.Identity,
    ];

    public IReadOnlyList<ServiceStatus> Current { get; private set; } =
        [.. Services.Select(x => new ServiceStatus(x, ServiceHealth.Healthy))];

    /// <summary>What lags behind the services, as Operations sees it; while it is away nothing is said of it.</summary>
    public OperationsState Lag { get; private set; } = OperationsState.AllWell;

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>Services that are late or away; a ticket can be opened all the same when they are not needed for it.</summary>
    public IEnumerable<ServiceStatus> Troubled => Current.Where(x => x.Health != ServiceHealth.Healthy);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var lag = GetLagAsync(stoppingToken);
            Current = await Task.WhenAll(Services.Select(x => GetAsync(x, stoppingToken)));
            (Lag, CheckedAt) = (await lag, time.GetUtcNow());
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<ServiceStatus> GetAsync(string service, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var scope = scopes.CreateScope();
            return new(service, await scope.ServiceProvider.GetRequiredService<HealthClient>().GetAsync(service, patience.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(service, ServiceHealth.Unavailable);
        }
    }

    async Task<OperationsState> GetLagAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var scope = scopes.CreateScope();
            var answer = await scope.ServiceProvider.GetRequiredService<OperationsClient>().GetStatusAsync(patience.Token);
            return answer.Value?.State ?? OperationsState.AllWell;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return OperationsState.AllWell;
        }
    }
}

/// <summary>One service and how it is.</summary>
public sealed record ServiceStatus(string Service, ServiceHealth Health);
