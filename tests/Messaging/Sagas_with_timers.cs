using Helpdesk.Fixtures;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Tests;

public sealed class Sagas_with_timers(SharedHost shared) : IClassFixture<SharedHost>, IAsyncLifetime
{
    readonly Guid _id = NewId.NextGuid();
    SampleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await shared.ForgottenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Forty_first_events_at_once_make_one_saga_and_none_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _host.Bus.Publish(new Answered(_id))));
        await Eventually.HoldsAsync(async () => (await _host.Case(_id))?.Answers == 40, TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task Setting_a_timer_anew_leaves_one()
    {
        for (var i = 0; i < 5; i++)
            await _host.Bus.Publish(new Answered(_id));
        await Eventually.HoldsAsync(async () => (await _host.Case(_id))?.Answers == 5);
        Assert.Equal(1, await _host.Timers());
    }

    [Fact]
    public async Task N3_a_timer_of_72_hours_fires_once_when_the_clock_gets_there_and_not_before()
    {
        await Solve();
        _host.Jump(TimeSpan.FromHours(71.9));
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "meanwhile"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("meanwhile") == 1);
        Assert.DoesNotContain(_id, _host.Seen.Closed);

        _host.Jump(TimeSpan.FromHours(0.2));
        await Eventually.HoldsAsync(() => _host.Seen.Closed.Contains(_id));
        Assert.Single(_host.Seen.Closed, _id);
    }

    [Fact]
    public async Task A_saga_that_has_ended_is_deleted()
    {
        await Solve();
        _host.Jump(TimeSpan.FromHours(73));
        await Eventually.HoldsAsync(async () => await _host.Case(_id) is null && await _host.Timers() == 0);
    }

    [Fact]
    public async Task A_timer_that_was_withdrawn_never_fires()
    {
        await Solve();
        await _host.Bus.Publish(new Doubted(_id));
        await Eventually.HoldsAsync(async () => (await _host.Case(_id))?.CurrentState == "Open");
        Assert.Equal(0, await _host.Timers());

        _host.Jump(TimeSpan.FromHours(100));
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "afterwards"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("afterwards") == 1);
        Assert.DoesNotContain(_id, _host.Seen.Closed);
    }

    [Fact]
    public async Task A_timer_that_is_withdrawn_while_it_is_dispatched_is_ignored()
    {
        var dispatching = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        using var observer = _host.Bus.ConnectSendObserver(new BeforeSend(message =>
        {
            if (!message.SupportedMessageTypes.Any(x => x.EndsWith(nameof(SilenceIsOver), StringComparison.Ordinal)))
                return Task.CompletedTask;
            dispatching.TrySetResult();
            return goOn.Task;
        }));
        await Solve();
        _host.Jump(TimeSpan.FromHours(73));
        await dispatching.Task.WaitAsync(TimeSpan.FromMinutes(1));

        // The dispatcher holds the row, so the withdrawal waits for it, and finds nothing any more.
        await _host.Bus.Publish(new Doubted(_id));
        await Eventually.HoldsAsync(WithdrawalWaits);
        goOn.SetResult();

        await Eventually.HoldsAsync(async () => (await _host.Case(_id))?.CurrentState == "Open");
        await Eventually.HoldsAsync(async () => await _host.Rows() == 0);
        await _host.Bus.Publish(new Solved(_id));
        await Eventually.HoldsAsync(async () => (await _host.Case(_id))?.CurrentState == "Waiting");
        Assert.DoesNotContain(_id, _host.Seen.Closed);
        Assert.Equal(1, await _host.Timers());
    }

    [Fact]
    public async Task A_timer_with_a_stale_token_is_ignored()
    {
        await Solve();
        await _host.Bus.Publish(new SilenceIsOver(_id), x => x.Headers.Set(MessageHeaders.SchedulingTokenId, Guid.NewGuid().ToString("D")));
        await _host.Bus.Publish(new Solved(_id));
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "afterwards"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("afterwards") == 1);
        Assert.Equal("Waiting", (await _host.Case(_id))?.CurrentState);

        _host.Jump(TimeSpan.FromHours(72));
        await Eventually.HoldsAsync(() => _host.Seen.Closed.Contains(_id));
    }

    [Fact]
    public async Task N3_a_pending_timer_can_be_read()
    {
        await Solve();
        var saga = (await _host.Case(_id))!;
        var timers = await _host.InScope((_, db) => db.PendingTimersAsync([saga.SilenceTokenId!.Value, Guid.NewGuid()]));
        Assert.InRange((Assert.Single(timers).Value - _host.Clock.GetUtcNow()).TotalHours, 71.9, 72);
    }

    [Fact]
    public async Task N3_a_timer_fires_after_a_restart()
    {
        _host = await SampleHost.StartAsync();
        await Solve();
        await _host.DisposeAsync();
        _host.Clock.Advance(TimeSpan.FromHours(73));
        await using var restarted = await SampleHost.StartAsync(_host.Database, _host.Broker, _host.Clock);
        await Eventually.HoldsAsync(() => restarted.Seen.Closed.Contains(_id));
    }

    async Task<bool> WithdrawalWaits() => await _host.InScope((_, db) => db.Database.SqlQuery<int>($"""
        SELECT count(*)::int AS "Value" FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'DELETE FROM outbox_message%scheduling_token%'
        """).SingleAsync()) == 1;

    async Task Solve()
    {
        await _host.Bus.Publish(new Answered(_id));
        await Eventually.HoldsAsync(async () => await _host.Case(_id) is not null);
        await _host.Bus.Publish(new Solved(_id));
        await Eventually.HoldsAsync(async () => (await _host.Case(_id))?.CurrentState == "Waiting");
    }
}
