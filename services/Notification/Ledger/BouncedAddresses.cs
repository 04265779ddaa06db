using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Formats;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

/// <summary>Which addresses take no mail.</summary>
sealed class BouncedAddresses(NotificationDbContext db, TimeProvider time)
{
    /// <summary>
    /// Suppresses what would go to an address that refused too often. What its owner just asked for about their account is tried all the
    /// same.
    /// </summary>
    public async Task SuppressAsync(IReadOnlyCollection<Delivery> rows, CancellationToken cancellationToken)
    {
        var queued = rows.Where(x => x.State == DeliveryState.Queued).ToLookup(x => EmailAddress.CanonicalOf(x.RecipientAddress));
        if (queued.Count == 0)
            return;
        foreach (var bounce in await FindAsync([.. queued.Select(x => x.Key)], cancellationToken))
        {
            foreach (var row in queued[bounce.Address])
            {
                row.Suppress(
                    DeliveryCause.Bounced,
                    $"The address refused {bounce.Refusals} mails in a row for good. The last time: {bounce.Reason}");
            }
        }
    }

    /// <summary>Those of the addresses, each in its one form, that refused too often.</summary>
    public async Task<IReadOnlyList<BouncedAddress>> FindAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - BouncedAddress.RememberedFor;
        return await db.BouncedAddresses.AsNoTracking()
            .Where(x => addresses.Contains(x.Address) && x.Refusals >= BouncedAddress.MaxRefusals && x.LastAt > since)
            .ToListAsync(cancellationToken);
    }

    public Task RecordAsync(string address, string reason) => db.Database.ExecuteSqlAsync($"""
        insert into bounce (address, refusals, last_at, reason)
        values ({EmailAddress.CanonicalOf(address)}, 1, {time.GetUtcNow()}, {reason})
        on conflict (address) do update set refusals = bounce.refusals + 1, last_at = excluded.last_at, reason = excluded.reason
        """);

    public Task RemoveAsync(string address)
    {
        var key = EmailAddress.CanonicalOf(address);
        return db.BouncedAddresses.Where(x => x.Address == key).ExecuteDeleteAsync();
    }
}
