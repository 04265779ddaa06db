using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Settings;

/// <summary>The settings in force, read again every few seconds: another replica may have changed them.</summary>
sealed class CurrentSettings(SettingsDefaults defaults, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    Kept? _kept;

    public async ValueTask<SettingsInForce> ReadAsync(AccountsDbContext db, CancellationToken cancellationToken)
    {
        if (_kept is { } kept && time.GetUtcNow() < kept.Until)
            return kept.Settings;
        var chosen = await db.Settings.AsNoTracking().Select(x => x.Values).SingleOrDefaultAsync(cancellationToken);
        var settings = defaults.Values.With(chosen ?? new());
        _kept = new(settings, time.GetUtcNow() + Fresh);
        return settings;
    }

    public void Forget() => _kept = null;

    sealed record Kept(SettingsInForce Settings, DateTimeOffset Until);
}
