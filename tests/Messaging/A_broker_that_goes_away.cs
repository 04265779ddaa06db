using System.Diagnostics;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Messaging.Tests;

public sealed class A_broker_that_goes_away : IAsyncLifetime
{
    IsolatedBroker _broker = null!;

    public async ValueTask InitializeAsync() => _broker = await IsolatedBroker.CreateAsync();

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact]
    public async Task N11_requests_commit_meanwhile_nothing_is_lost_or_doubled_and_delivery_goes_on_by_itself()
    {
        await using var host = await SampleHost.StartAsync(broker: _broker.Address);
        await host.PublishAndSave([.. Pings("before", 20)]);
        await Eventually.HoldsAsync(() => host.Seen.CountOf("before") == 20);
        await host.PublishAndSave([.. Pings("slow", 20)]);

        await _broker.KillAsync();
        await RequestsFor(host, TimeSpan.FromSeconds(8));
        // What was already on its way to a consumer may be waiting for its echo.
        var waiting = await host.InScope((_, db) => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());
        Assert.True(waiting.Count >= 40);
        Assert.All(waiting, x => Assert.Equal(0, x.Attempts));

        await _broker.StartAsync();
        // A machine that has much else to do takes its time to connect anew.
        await Eventually.HoldsAsync(() => host.Seen.CountOf("during") >= 40, TimeSpan.FromMinutes(4));
        await Eventually.HoldsAsync(async () => host.Seen.CountOf("slow") == 20 && await host.Rows() == 0);
        Assert.Equal(80, host.Seen.Echoes.Count);
        Assert.Equal(80, host.Seen.Echoes.DistinctBy(x => x.Id).Count());
        Assert.Equal(
            [(LogLevel.Warning, "does not answer"), (LogLevel.Information, "answers again")],
            host.Log.Told("Helpdesk.").Select(x => (x.Level,
                x.Text.Contains("does not answer", StringComparison.Ordinal) ? "does not answer"
                : x.Text.Contains("answers again", StringComparison.Ordinal) ? "answers again" : x.Text)));
        // The bus tells, once each, which messages, or whose acknowledgements, lost their channel; nothing else, however long it takes.
        Assert.DoesNotContain(host.Log.Lines, x => x.Exception is not null && !LostItsChannel(x.Text));
        Assert.InRange(host.Log.Lines.Count(x => x.Exception is not null), 0, 20);
    }

    static bool LostItsChannel(string text) =>
        text.StartsWith("T-FAULT", StringComparison.Ordinal) || text.StartsWith("Consumer Channel Shutdown", StringComparison.Ordinal);

    static async Task RequestsFor(SampleHost host, TimeSpan time)
    {
        var down = Stopwatch.StartNew();
        for (var i = 0; i < 40; i++)
        {
            var request = Stopwatch.StartNew();
            await host.PublishAndSave(new Ping(Guid.NewGuid(), "during"));
            Assert.True(request.Elapsed < TimeSpan.FromSeconds(3), $"A request took {request.Elapsed}.");
            await Task.Delay(time / 40);
        }

        Assert.True(down.Elapsed >= time);
    }

    static IEnumerable<object> Pings(string text, int count) => Enumerable.Range(0, count).Select(_ => new Ping(Guid.NewGuid(), text));
}
