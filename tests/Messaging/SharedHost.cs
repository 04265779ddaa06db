using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Tests;

/// <summary>One host for the tests of a class, which come one after the other.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    SampleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SampleHost.StartAsync();

    /// <summary>As on the first day, but for the clock: nothing is under way, nothing is stored, nothing was seen.</summary>
    public async Task<SampleHost> ForgottenAsync()
    {
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

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
