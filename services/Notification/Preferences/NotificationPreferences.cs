using Helpdesk.Api.Preferences;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Preferences;

/// <summary>What some people chose.</summary>
sealed class NotificationPreferences
{
    readonly Dictionary<(Guid, NotificationKind), DeliveryMode> _chosen;
    readonly HashSet<Guid> _disabled;

    NotificationPreferences(Dictionary<(Guid, NotificationKind), DeliveryMode> chosen, HashSet<Guid> disabled) =>
        (_chosen, _disabled) = (chosen, disabled);

    public static async Task<NotificationPreferences> LoadAsync(
        NotificationDbContext db, IEnumerable<Guid> people, CancellationToken cancellationToken)
    {
        var ids = people.Distinct().ToList();
        if (ids.Count == 0)
            return new([], []);
        var chosen = await db.Preferences.AsNoTracking().Where(x => ids.Contains(x.AccountId))
            .ToDictionaryAsync(x => (x.AccountId, x.Kind), x => x.Mode, cancellationToken);
        var disabled = await db.Accounts.Where(x => ids.Contains(x.Id) && !x.Active).Select(x => x.Id).ToListAsync(cancellationToken);
        return new(chosen, [.. disabled]);
    }

    /// <summary>How they want to be told of it; without a choice the default holds.</summary>
    public DeliveryMode ModeOf(Guid person, NotificationKind kind, DeliveryMode? defaultMode = null) =>
        _chosen.TryGetValue((person, kind), out var mode) ? mode : defaultMode ?? PreferenceOption.Of(kind).DefaultMode;

    /// <summary>Whether the account is disabled; one that was never heard of is not.</summary>
    public bool IsDisabled(Guid person) => _disabled.Contains(person);
}
