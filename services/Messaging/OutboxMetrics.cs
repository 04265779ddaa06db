using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Messaging;

/// <summary>
/// Measures how long the oldest message waits and how punctual timers are, while somebody collects metrics. All replicas report the same,
/// for they share one outbox.
/// </summary>
sealed class OutboxMetrics<TContext> : BackgroundService where TContext : DbContext
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    // The dispatcher polls once a second.
    static readonly TimeSpan Punctual = TimeSpan.FromSeconds(30);

    readonly IServiceScopeFactory _scopes;
    readonly TimeProvider _time;
    readonly Gauge<double> _oldest;
    readonly Gauge<int> _setAside;
    readonly Gauge<int> _timers;

    public OutboxMetrics(IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider time)
    {
        (_scopes, _time) = (scopes, time);
        var meter = meters.Create("Helpdesk.Messaging");
        _oldest = meter.CreateGauge<double>("helpdesk.outbox.oldest", "s", "How long the oldest due message has waited");
        _setAside = meter.CreateGauge<int>("helpdesk.outbox.set_aside", "{message}", "Undeliverable messages that wait for an operator");
        _timers = meter.CreateGauge<int>("helpdesk.timers", "{timer}", "Pending timers, and those that are overdue");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            try
            {
                if (_oldest.Enabled || _setAside.Enabled || _timers.Enabled)
                    await RecordAsync(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The dispatcher reports that the database is down.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task RecordAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var now = _time.GetUtcNow();
        var snapshot = await scope.ServiceProvider.GetRequiredService<TContext>().Database.SqlQuery<Snapshot>($"""
            SELECT (SELECT min(deliver_at) FROM outbox_message WHERE set_aside_at IS NULL AND deliver_at <= {now}) AS oldest,
                (SELECT count(*)::int FROM outbox_message WHERE set_aside_at IS NOT NULL) AS set_aside,
                count(*) FILTER (WHERE deliver_at > {now - Punctual})::int AS running,
                count(*) FILTER (WHERE deliver_at <= {now - Punctual})::int AS overdue
            FROM outbox_message WHERE scheduling_token IS NOT NULL
            """).SingleAsync(cancellationToken);
        _oldest.Record((now - snapshot.Oldest ?? TimeSpan.Zero).TotalSeconds);
        _setAside.Record(snapshot.SetAside);
        _timers.Record(snapshot.Running, new KeyValuePair<string, object?>("state", "running"));
        _timers.Record(snapshot.Overdue, new KeyValuePair<string, object?>("state", "overdue"));
    }

    sealed record Snapshot(DateTimeOffset? Oldest, int SetAside, int Running, int Overdue);
}
