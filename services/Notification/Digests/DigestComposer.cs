using Helpdesk.Api.Preferences;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Digests;

/// <summary>
/// Makes one mail of all that waits for a person. What they turned off meanwhile or may not see any more, or what an account waits for that
/// was disabled, is dropped.
/// </summary>
sealed class DigestComposer(
    NotificationDbContext db, CachedSettings settings, DeliveryFactory deliveries, BouncedAddresses bounces, TimeProvider time)
{
    const int People = 100;

    /// <returns>Whether more people may wait than it takes at a time.</returns>
    public async Task<bool> ComposeAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One replica at a time: a second would see what came in the meantime and send a second digest at once.
        var isAlone = await db.Database
            .SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtext('digests')) as \"Value\"").SingleAsync(cancellationToken);
        if (!isAlone)
            return false;
        var due = time.GetUtcNow() - DigestItem.Window;
        var people = await db.DigestItems.Where(x => x.SettledAt == null && x.CreatedAt <= due)
            .Select(x => x.AccountId).Distinct().OrderBy(x => x).Take(People).ToListAsync(cancellationToken);
        if (people.Count == 0)
            return false;

        var waiting = await db.DigestItems.Where(x => x.SettledAt == null && people.Contains(x.AccountId))
            .OrderBy(x => x.CreatedAt).ThenBy(x => x.Id).ToListAsync(cancellationToken);
        var accounts = await db.Accounts.AsNoTracking().Where(x => people.Contains(x.Id) && x.Active)
            .ToDictionaryAsync(x => x.Id, cancellationToken);
        var preferences = await NotificationPreferences.LoadAsync(db, people, cancellationToken);
        var current = await settings.GetAsync(cancellationToken);
        var access = await StaffAccess.LoadAsync(db, people, waiting.Select(x => x.TicketNumber), current.AgentsSee, cancellationToken);
        foreach (var one in waiting.GroupBy(x => x.AccountId))
            Compose(one, accounts.GetValueOrDefault(one.Key), preferences, access, current);
        await bounces.SuppressAsync([.. db.ChangeTracker.Entries<Delivery>().Select(x => x.Entity)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return people.Count == People;
    }

    /// <summary>The digest of what is told; null when that is nothing.</summary>
    internal static DigestMail? Compose(IReadOnlyCollection<DigestItem> told)
    {
        var tickets = told.GroupBy(x => x.TicketNumber)
            .Select(x => new DigestMail.Line(x.Key, x.Last().TicketSubject, [.. x.Select(n => n.Kind)])).ToList();
        return tickets.Count == 0 ? null
            : new() { Lines = [.. tickets.Take(DigestMail.Most)], More = Math.Max(0, tickets.Count - DigestMail.Most) };
    }

    void Compose(
        IGrouping<Guid, DigestItem> waiting, Account? reader, NotificationPreferences preferences, StaffAccess access,
        NotificationSettings current)
    {
        // Chosen "at once" meanwhile: it has waited long enough to be told here.
        var told = reader is null ? [] : waiting.Where(x =>
            preferences.ModeOf(reader.Id, x.Kind, DeliveryMode.Digest) != DeliveryMode.Never
            && !access.IsDenied(reader.Id, x.TicketNumber, x.Kind, out _)).ToList();
        Guid? delivery = null;
        if (reader is not null && Compose(told) is { } mail)
        {
            var row = deliveries.Create(told[0].Id, null, new(reader.AsPerson(), mail), current);
            db.Add(row);
            delivery = row.Id;
        }

        foreach (var item in waiting)
            (item.SettledAt, item.DeliveryId) = (time.GetUtcNow(), told.Contains(item) ? delivery : null);
    }
}
