using Helpdesk.Notification.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Preferences;

/// <summary>What some people chose.</summary>
sealed class Wishes
{
    readonly Dictionary<(Guid, NewsKind), Manner> _chosen;
    readonly HashSet<Guid> _disabled;

    Wishes(Dictionary<(Guid, NewsKind), Manner> chosen, HashSet<Guid> disabled) => (_chosen, _disabled) = (chosen, disabled);

    public static async Task<Wishes> OfAsync(NotificationDbContext db, IEnumerable<Guid> people, CancellationToken cancellationToken)
    {
        var ids = people.Distinct().ToList();
        if (ids.Count == 0)
            return new([], []);
        var chosen = await db.Preferences.AsNoTracking().Where(x => ids.Contains(x.AccountId)).ToDictionaryAsync(x => (x.AccountId, x.Kind), x => x.Manner, cancellationToken);
        var disabled = await db.Accounts.Where(x => ids.Contains(x.Id) && !x.Active).Select(x => x.Id).ToListAsync(cancellationToken);
        return new(chosen, [.. disabled]);
    }

    /// <summary>How he wants to hear of it; what he did not choose is as it is preset.</summary>
    public Manner Of(Guid person, NewsKind kind, Manner? preset = null) => _chosen.TryGetValue((person, kind), out var manner) ? manner : preset ?? Offer.Of(kind).Preset;

    /// <summary>Whether the account is disabled; one that was never heard of is not.</summary>
    public bool Disabled(Guid person) => _disabled.Contains(person);
}
