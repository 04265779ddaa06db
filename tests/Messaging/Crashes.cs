using System.Diagnostics;
using Helpdesk.Fixtures;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Tests;

public sealed class Crashes : IAsyncLifetime
{
    SampleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SampleHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task F31_between_sending_and_committing_the_second_copy_is_absorbed_by_the_inbox()
    {
        var ping = new Ping(Guid.NewGuid(), "sent twice");
        var sent = 0;
        _host.Bus.ConnectSendObserver(new AfterSend(async message =>
        {
            // The broker has confirmed it; its row is not yet deleted, and now never will be in this transaction.
            if (IsOf(message, typeof(Ping)) && Interlocked.Increment(ref sent) == 1)
                await CutDispatchersConnection();
        }));
        await _host.PublishAndSave(ping);

        // With the echo, which another message's could overtake: they are consumed side by side.
        await Eventually.HoldsAsync(async () => sent == 2 && _host.Seen.CountOf("sent twice") == 1 && await _host.Rows() == 0);
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "afterwards"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("afterwards") == 1);
        Assert.Equal(1, _host.Seen.Attempts[ping.Id]);
        Assert.Equal(1, _host.Seen.CountOf("sent twice"));
    }

    [Fact]
    public async Task N3_a_killed_process_leaves_its_timer_to_the_next_which_fires_it_once()
    {
        await _host.DisposeAsync();
        var id = NewId.NextGuid();
        using (var process = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(Crashes).Assembly.Location, ChildProcess.Argument, _host.Database, _host.Broker,
                id.ToString()]) { RedirectStandardOutput = true })!)
        {
            try
            {
                Assert.Equal(ChildProcess.Pending, await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3)));
            }
            finally
            {
                // SIGKILL: nothing of it gets to run any more.
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        _host = await SampleHost.StartAsync(_host.Database, _host.Broker);
        Assert.Equal(1, await _host.Timers());
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "before"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("before") == 1);
        Assert.Empty(_host.Seen.Closed);

        _host.Jump(TimeSpan.FromHours(73));
        await Eventually.HoldsAsync(() => _host.Seen.Closed.Contains(id));
        await Eventually.HoldsAsync(async () => await _host.Rows() == 0);
        Assert.Single(_host.Seen.Closed);
    }

    Task<int> CutDispatchersConnection() => _host.InScope((_, db) => db.Database.ExecuteSqlAsync($"""
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE '%SKIP LOCKED%'
        """));

    static bool IsOf(SendContext message, Type type) =>
        message.SupportedMessageTypes.Any(x => x.EndsWith(":" + type.Name, StringComparison.Ordinal));
}
