using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Queue;

/// <summary>How many tickets wait in each area, looked at now and then while somebody collects it. Each replica tells the same.</summary>
sealed class QueueMetrics : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    readonly IServiceScopeFactory _scopes;
    readonly TimeProvider _time;
    readonly ObservableGauge<int> _waiting;
    List<Measurement<int>> _seen = [];

    public QueueMetrics(IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider time)
    {
        (_scopes, _time) = (scopes, time);
        _waiting = meters.Create("Helpdesk.Assignment")
            .CreateObservableGauge("helpdesk.queue", () => _seen, "{ticket}", "Tickets that wait for an agent");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _time);
        do
        {
            try
            {
                if (_waiting.Enabled)
                    _seen = await SampleAsync(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The outbox tells when the database is away; until it is back, nothing is known.
                _seen = [];
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<List<Measurement<int>>> SampleAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AssignmentDbContext>();
        var areas = await db.Areas.Where(x => !x.Retired)
            .Select(x => new { x.Name, Waiting = db.Tickets.Count(t => t.AreaId == x.Id && t.WaitingSince != null) })
            .ToListAsync(cancellationToken);
        return areas.ConvertAll(x => new Measurement<int>(x.Waiting, new KeyValuePair<string, object?>("area", x.Name)));
    }
}
