using System.Collections.Concurrent;
using Helpdesk.Identity.Tests;

[assembly: AssemblyFixture(typeof(Installations))]

namespace Helpdesk.Identity.Tests;

/// <summary>
/// Installations that tests use one after the other: to start one costs more than most tests do with it. Each test finds its own as on
/// the first day; only the clock does not go back.
/// </summary>
public sealed class Installations : IAsyncDisposable
{
    readonly ConcurrentBag<Helpdesk> _free = [];

    internal async Task<Helpdesk> TakeAsync()
    {
        if (!_free.TryTake(out var helpdesk))
            return await Helpdesk.StartAsync();
        helpdesk.Clock.GoOn();
        await helpdesk.ForgetAsync();
        return helpdesk;
    }

    /// <summary>What a test has failed with is used by no other: the next one shall not fail for its sake.</summary>
    internal async Task ReturnAsync(Helpdesk helpdesk)
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await helpdesk.DisposeAsync();
        else
            _free.Add(helpdesk);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var helpdesk in _free)
            await helpdesk.DisposeAsync();
    }
}
