using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Messaging;

/// <summary>
/// How long the outbox makes its oldest message wait, and how its timers keep their hours: looked at now and then while somebody collects
/// it. Each replica tells the same, for they have one outbox.
/// </summary>
sealed class OutboxMeter<TContext> : BackgroundService where TContext : DbContext
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    // The dispatcher looks once a second.
    static readonly TimeSpan Punctual = TimeSpan.FromSeconds(30);

    readonly IServiceScopeFactory _scopes;
    readonly TimeProvider _time;
    readonly Gauge<double> _oldest;
    readonly Gauge<int> _setAside;
    readonly Gauge<int> _timers;

    public OutboxMeter(IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider time)
    {
        (_scopes, _time) = (scopes, time);
        var meter = meters.Create("Helpdesk.Messaging");
        _oldest = meter.CreateGauge<double>("helpdesk.outbox.oldest", "s", "For how long the oldest message that is due has waited");
        _setAside = meter.CreateGauge<int>("helpdesk.outbox.set_aside", "{message}", "Messages given up, which wait for a person");
        _timers = meter.CreateGauge<int>("helpdesk.timers", "{timer}", "Timers that run, and those that should have fired");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _time);
        do
        {
            try
            {
                if (_oldest.Enabled || _setAside.Enabled || _timers.Enabled)
                    await LookAsync(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The dispatcher tells when the database is away.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var now = _time.GetUtcNow();
        var seen = await scope.ServiceProvider.GetRequiredService<TContext>().Database.SqlQuery<Seen>($"""
            SELECT (SELECT min(deliver_at) FROM outbox_message WHERE set_aside_at IS NULL AND deliver_at <= {now}) AS oldest,
                (SELECT count(*)::int FROM outbox_message WHERE set_aside_at IS NOT NULL) AS set_aside,
                count(*) FILTER (WHERE deliver_at > {now - Punctual})::int AS running,
                count(*) FILTER (WHERE deliver_at <= {now - Punctual})::int AS overdue
            FROM outbox_message WHERE scheduling_token IS NOT NULL
            """).SingleAsync(cancellationToken);
        _oldest.Record((now - seen.Oldest ?? TimeSpan.Zero).TotalSeconds);
        _setAside.Record(seen.SetAside);
        _timers.Record(seen.Running, new KeyValuePair<string, object?>("state", "running"));
        _timers.Record(seen.Overdue, new KeyValuePair<string, object?>("state", "overdue"));
    }

    sealed record Seen(DateTimeOffset? Oldest, int SetAside, int Running, int Overdue);
}
