using Helpdesk.Api.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Settings;

/// <summary>The settings that hold, read again every few seconds: another replica may have changed them.</summary>
sealed class CachedSettings(SettingsDefaults defaults, TimeProvider time)
{
    static readonly TimeSpan CacheFor = TimeSpan.FromSeconds(5);

    Snapshot? _snapshot;

    public async ValueTask<EffectiveSettings> ReadAsync(AccountsDbContext db, CancellationToken cancellationToken) =>
        (await SnapshotAsync(db, cancellationToken)).Effective;

    /// <summary>Only what was chosen: for hosts that have defaults of their own.</summary>
    public async ValueTask<SettingsValues> ReadChosenAsync(AccountsDbContext db, CancellationToken cancellationToken) =>
        (await SnapshotAsync(db, cancellationToken)).Chosen;

    public void Invalidate() => _snapshot = null;

    async ValueTask<Snapshot> SnapshotAsync(AccountsDbContext db, CancellationToken cancellationToken)
    {
        if (_snapshot is { } snapshot && time.GetUtcNow() < snapshot.Until)
            return snapshot;
        var chosen = await db.Settings.AsNoTracking().Select(x => x.Values).SingleOrDefaultAsync(cancellationToken) ?? new();
        return _snapshot = new(chosen, defaults.Values.With(chosen), time.GetUtcNow() + CacheFor);
    }

    sealed record Snapshot(SettingsValues Chosen, EffectiveSettings Effective, DateTimeOffset Until);
}
