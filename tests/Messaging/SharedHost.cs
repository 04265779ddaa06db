using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Tests;

/// <summary>One host for the tests of a class, which come one after the other.</summary>
public sealed class SharedHost : IAsyncDisposable
{
    SampleHost? _host;

    /// <summary>As on the first day, but for the clock: nothing is under way, nothing is stored, nothing was seen.</summary>
    public async Task<SampleHost> ForgottenAsync()
    {
        // Not before the first test: one that is skipped for want of servers says so itself.
        _host ??= await SampleHost.StartAsync();
        var mark = Guid.NewGuid().ToString();
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), mark));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf(mark) == 1);
        await _host.InScope((_, db) => db.Set<OutboxMessage>().Where(x => x.SchedulingToken != null).ExecuteDeleteAsync());
        await Eventually.HoldsAsync(async () => await _host.Rows() == 0);
        await _host.InScope((_, db) => db.Cases.ExecuteDeleteAsync());
        _host.Seen.Forget();
        _host.Log.Lines.Clear();
        return _host;
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
