using Helpdesk.Assignment.Assigning;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Queue;

/// <summary>
/// When the service starts, once: what waits for a dispatcher and was put before none comes from a release that did not ask them
/// yet. Later there is none of that kind, for a ticket is put before them by the commit that lets it wait.
/// </summary>
sealed class AskDispatchersAtStartup(IServiceScopeFactory scopes, TimeProvider time, ILogger<AskDispatchersAtStartup> logger)
    : BackgroundService
{
    static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await AskAsync(stoppingToken);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The queues could not be looked at; trying again in {Pause}", TryAgainAfter);
            }

            await Task.Delay(TryAgainAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AssignmentDbContext>();
        var areas = await db.Tickets
            .Where(x => x.WaitingSince != null && !x.Held && x.DispatchersAskedAt == null)
            .Where(x => WaitingReasons.OfDispatchers.Contains(x.WaitingBecause!))
            .Select(x => x.AreaId).Distinct().ToListAsync(cancellationToken);
        if (areas.Count == 0)
            return;
        var publish = scope.ServiceProvider.GetRequiredService<IPublishEndpoint>();
        foreach (var area in areas)
            await publish.Publish(new DrainArea(area) { Everything = true }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
