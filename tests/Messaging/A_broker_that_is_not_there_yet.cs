using Helpdesk.Fixtures;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Messaging.Tests;

public sealed class A_broker_that_is_not_there_yet : IAsyncLifetime
{
    SampleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SampleHost.StartAsync(broker: SampleHost.Nowhere);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task N11_the_host_starts_takes_requests_and_says_once_what_is_missing()
    {
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "patient"));
        Assert.Equal(1, await _host.Rows());
        await Eventually.HoldsAsync(() => _host.Log.Told("Helpdesk.").Count > 0);
        // Two more vain attempts.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        var line = Assert.Single(_host.Log.Told("Helpdesk."));
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.DoesNotContain(_host.Log.Lines, x => x.Exception is not null);
    }

    [Fact]
    public async Task A_message_that_is_due_for_long_degrades_health()
    {
        _host.Clock.Stop();
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "patient"));
        Assert.Equal(HealthStatus.Healthy, (await Outbox()).Status);

        _host.Clock.Advance(TimeSpan.FromSeconds(31));
        var late = await Outbox();
        Assert.Equal(HealthStatus.Degraded, late.Status);
        Assert.Equal(31, (double)late.Data["lagSeconds"]);
    }

    [Fact]
    public async Task A_timer_that_is_not_due_is_no_lag()
    {
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "timer"));
        await _host.InScope((_, db) => db.Set<OutboxMessage>()
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.DeliverAt, y => y.DeliverAt.AddDays(3))));
        _host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HealthStatus.Healthy, (await Outbox()).Status);
    }

    [Fact]
    public async Task Another_replica_that_reaches_it_delivers_at_once_what_this_one_wrote()
    {
        var broker = await TestServers.CreateVirtualHostAsync();
        await using var other = await SampleHost.StartAsync(_host.Database, broker, settings: ["--Messaging:PollInterval", "00:01:00"]);
        // The first look of the new one is over once it has delivered something of its own.
        await other.PublishAndSave(new Ping(Guid.NewGuid(), "own"));
        await Eventually.HoldsAsync(() => other.Seen.CountOf("own") == 1);

        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "of another"));
        // Before the next look.
        await Eventually.HoldsAsync(() => other.Seen.CountOf("of another") == 1, TimeSpan.FromSeconds(50));
    }

    async Task<HealthReportEntry> Outbox() =>
        (await _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(x => x.Name == "outbox")).Entries["outbox"];
}
