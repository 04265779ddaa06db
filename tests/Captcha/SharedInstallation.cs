using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha.Tests;

/// <summary>One installation for the tests of a class, which come one after the other.</summary>
public abstract class SharedInstallation(params (string Key, string Value)[] settings) : IAsyncLifetime
{
    Installation _service = null!;

    public async ValueTask InitializeAsync() =>
        _service = await Installation.RunningAsync([("Challenges:PurgeEvery", "00:00:00.100"), .. settings]);

    /// <summary>
    /// The installation as if nobody had asked for anything: no rows, and counts of long ago. Its clock stands still, however slow the
    /// machine is.
    /// </summary>
    internal async Task<Installation> ResetAsync()
    {
        _service.Clock.Stop();
        await using var db = _service.Open();
        await db.Challenges.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.Proofs.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        _service.Clock.Advance(TimeSpan.FromMinutes(10));
        return _service;
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
