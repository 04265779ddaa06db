using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha.Tests;

/// <summary>One installation for the tests of a class, which come one after the other.</summary>
public abstract class SharedInstallation(params (string Key, string Value)[] settings) : IAsyncLifetime
{
    Installation _service = null!;

    public async ValueTask InitializeAsync() => _service = await Installation.RunningAsync([("Captcha:PurgeEvery", "00:00:00.100"), .. settings]);

    /// <summary>As if nobody had asked for anything: nothing is left, and whatever was counted was counted long ago. How long the machine takes counts for nothing.</summary>
    internal async Task<Installation> ForgottenAsync()
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
