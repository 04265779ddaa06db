using System.Collections.Concurrent;
using Helpdesk.Identity.Tests;

[assembly: AssemblyFixture(typeof(IdentityHostPool))]

namespace Helpdesk.Identity.Tests;

/// <summary>
/// Installations that tests use one after the other: to start one costs more than most tests do with it. Each test finds its own as on
/// the first day; only the clock does not go back.
/// </summary>
public sealed class IdentityHostPool : IAsyncDisposable
{
    readonly ConcurrentBag<IdentityHost> _free = [];

    internal async Task<IdentityHost> TakeAsync()
    {
        if (!_free.TryTake(out var host))
            return await IdentityHost.StartAsync();
        host.Clock.GoOn();
        await host.ResetAsync();
        return host;
    }

    /// <summary>What a test has failed with is used by no other: the next one shall not fail for its sake.</summary>
    internal async Task ReturnAsync(IdentityHost host)
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await host.DisposeAsync();
        else
            _free.Add(host);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _free)
            await host.DisposeAsync();
    }
}
