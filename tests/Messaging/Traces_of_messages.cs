using System.Collections.Concurrent;
using System.Diagnostics;
using Helpdesk.Fixtures;
using MassTransit;

namespace Helpdesk.Messaging.Tests;

public sealed class Traces_of_messages(SharedHost shared) : IClassFixture<SharedHost>, IAsyncLifetime
{
    readonly ActivitySource _source = new("test");
    readonly ConcurrentQueue<Activity> _spans = [];
    ActivityListener _listener = null!;
    SampleHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await shared.ForgottenAsync();
        _listener = new()
        {
            ShouldListenTo = _ => true,
            // As telemetry does it: that a message goes into the outbox has no span.
            Sample = (ref ActivityCreationOptions<ActivityContext> x) =>
                x.Name == "outbox send" ? ActivitySamplingResult.None : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task N9_sending_and_consuming_are_one_trace_with_the_request_across_the_outbox()
    {
        var trace = await RequestAsync(() => _host.PublishAndSave(new Ping(Guid.NewGuid(), "traced")));

        // What the consumer publishes in its turn too.
        await Eventually.HoldsAsync(() => Consumers(trace).Order().SequenceEqual(["EchoPing", "NoteEcho"]));
        // A sending ends when the broker confirms it: a consumer may be faster.
        await Eventually.HoldsAsync(() => Sent(trace) >= 2);
        Assert.Equal(2, Sent(trace));
    }

    [Fact]
    public async Task A_timer_that_fires_days_later_is_a_trace_of_its_own_linked_to_the_one_that_set_it()
    {
        var id = NewId.NextGuid();
        await RequestAsync(() => _host.PublishAndSave(new Answered(id)));
        await Eventually.HoldsAsync(async () => await _host.Case(id) is not null);
        var set = await RequestAsync(() => _host.PublishAndSave(new Solved(id)));
        await Eventually.HoldsAsync(async () => (await _host.Case(id))?.CurrentState == "Waiting");

        _host.Jump(TimeSpan.FromHours(73));
        await Eventually.HoldsAsync(() => _host.Seen.Closed.Contains(id));
        await Eventually.HoldsAsync(() => Timers(set).Any());
        var timer = Assert.Single(Timers(set));
        Assert.NotEqual(set, timer.TraceId);
        Assert.Equal(default, timer.ParentSpanId);
        // What it sets off belongs to it.
        await Eventually.HoldsAsync(() => Consumers(timer.TraceId).Contains("NoteClosing"));
        Assert.DoesNotContain("NoteClosing", Consumers(set));
    }

    [Fact]
    public async Task A_message_tells_the_number_of_its_ticket()
    {
        var trace = await RequestAsync(() => _host.PublishAndSave(
            new Filed(Guid.NewGuid(), "HD-000007"), new Refiled(Guid.NewGuid(), new("HD-000008")),
            new Ping(Guid.NewGuid(), "of no ticket")));

        await Eventually.HoldsAsync(() => Received(trace).Count() >= 4);
        Assert.Equal([null, null, "HD-000007", "HD-000008"], Received(trace).Select(x => (string?)x.GetTagItem("helpdesk.ticket")).Order());
    }

    async Task<ActivityTraceId> RequestAsync(Func<Task> work)
    {
        using var request = _source.StartActivity("request")!;
        await work();
        return request.TraceId;
    }

    IEnumerable<Activity> Of(ActivityTraceId trace) => _spans.Where(x => x.TraceId == trace);

    int Sent(ActivityTraceId trace) => Of(trace).Count(x => x.Kind == ActivityKind.Producer && x.Source.Name == "MassTransit");

    IEnumerable<Activity> Received(ActivityTraceId trace) =>
        Of(trace).Where(x => x.OperationName.EndsWith(" receive", StringComparison.Ordinal));

    IEnumerable<Activity> Timers(ActivityTraceId setIn) =>
        _spans.Where(x => x.DisplayName == "timer SilenceIsOver" && x.Links.Any(link => link.Context.TraceId == setIn));

    IEnumerable<string> Consumers(ActivityTraceId trace) => Of(trace)
        .Select(x => x.GetTagItem("messaging.masstransit.consumer_type")).OfType<string>().Select(x => x[(x.LastIndexOf('.') + 1)..]);

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _source.Dispose();
        return ValueTask.CompletedTask;
    }
}
