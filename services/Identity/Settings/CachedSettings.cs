using Helpdesk.Api.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Settings;

/// <summary>The settings in force, read again every few seconds: another replica may have changed them.</summary>
sealed class CachedSettings(SettingsDefaults defaults, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    Kept? _kept;

    public async ValueTask<EffectiveSettings> ReadAsync(AccountsDbContext db, CancellationToken cancellationToken) => (await KeptAsync(db, cancellationToken)).InForce;

    /// <summary>Only what was chosen: for hosts that have defaults of their own.</summary>
    public async ValueTask<SettingsValues> ReadChosenAsync(AccountsDbContext db, CancellationToken cancellationToken) => (await KeptAsync(db, cancellationToken)).Chosen;

    public void Invalidate() => _snapshot = null;

    async ValueTask<Kept> KeptAsync(AccountsDbContext db, CancellationToken cancellationToken)
    {
        if (_kept is { } kept && time.GetUtcNow() < kept.Until)
            return kept;
        var chosen = await db.Settings.AsNoTracking().Select(x => x.Values).SingleOrDefaultAsync(cancellationToken) ?? new();
        return _kept = new(chosen, defaults.Values.With(chosen), time.GetUtcNow() + Fresh);
    }

    sealed record Kept(SettingsValues Chosen, EffectiveSettings InForce, DateTimeOffset Until);
}
