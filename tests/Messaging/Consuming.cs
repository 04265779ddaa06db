using Helpdesk.Fixtures;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Tests;

public sealed class Consuming(SharedHost shared) : IClassFixture<SharedHost>, IAsyncLifetime
{
    SampleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await shared.ForgottenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_attempt_that_fails_publishes_nothing()
    {
        var id = Guid.NewGuid();
        await _host.PublishAndSave(new Ping(id, "flaky"));

        await Eventually.HoldsAsync(() => _host.Seen.CountOf("flaky") == 1);
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "afterwards"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("afterwards") == 1);
        Assert.Equal(2, _host.Seen.Attempts[id]);
        Assert.Equal(1, _host.Seen.CountOf("flaky"));
    }

    [Fact]
    public async Task F31_a_message_that_is_delivered_five_times_is_consumed_once()
    {
        var messageId = NewId.NextGuid();
        var ping = new Ping(Guid.NewGuid(), "slow once");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _host.Bus.Publish(ping, x => x.MessageId = messageId)));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("slow once") == 1);

        await _host.Bus.Publish(ping, x => x.MessageId = messageId);
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "slow later"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("slow later") == 1);
        Assert.Equal(1, _host.Seen.Attempts[ping.Id]);
    }

    [Fact]
    public async Task Two_replicas_share_the_work_and_double_none()
    {
        await using var second = await SampleHost.StartAsync(_host.Database, _host.Broker);
        await _host.PublishAndSave([.. Enumerable.Range(0, 300).Select(_ => new Ping(Guid.NewGuid(), "shared"))]);

        await Eventually.HoldsAsync(() => _host.Seen.CountOf("shared") + second.Seen.CountOf("shared") >= 300, TimeSpan.FromMinutes(3));
        await Eventually.HoldsAsync(async () => await _host.Rows() == 0);
        var all = _host.Seen.Echoes.Concat(second.Seen.Echoes).ToList();
        Assert.Equal(300, all.Count);
        Assert.Equal(300, all.DistinctBy(x => x.Id).Count());
    }

    [Fact]
    public async Task What_was_consumed_long_ago_is_forgotten_and_what_may_come_again_is_not()
    {
        await using var host = await SampleHost.StartAsync(settings: ["--Messaging:InboxPurgeInterval", "00:00:00.1"]);
        await host.PublishAndSave(new Ping(Guid.NewGuid(), "old"));
        await Eventually.HoldsAsync(async () => host.Seen.CountOf("old") == 1 && await Remembered(host) == 2);

        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.PublishAndSave(new Ping(Guid.NewGuid(), "young"));
        await Eventually.HoldsAsync(async () => host.Seen.CountOf("young") == 1 && await Remembered(host) == 4);
        host.Clock.Advance(TimeSpan.FromDays(1.5));
        await Eventually.HoldsAsync(async () => await Remembered(host) == 2);
        Assert.True(await host.InScope((_, db) => db.Set<InboxMessage>().AllAsync(x => x.ConsumedAt > host.Clock.GetUtcNow().AddDays(-2))));
    }

    static Task<int> Remembered(SampleHost host) => host.InScope((_, db) => db.Set<InboxMessage>().CountAsync());
}
