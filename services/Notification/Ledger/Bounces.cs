using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

/// <summary>Which addresses take no mail.</summary>
sealed class Bounces(NotificationDbContext db, TimeProvider time)
{
    /// <summary>Suppresses what would go to an address that refused too often. What its owner just asked for about his account is tried all the same.</summary>
    public async Task HoldBackAsync(IReadOnlyCollection<Delivery> rows, CancellationToken cancellationToken)
    {
        var queued = rows.Where(x => x.State == DeliveryState.Queued).ToLookup(x => x.RecipientAddress.ToLowerInvariant());
        if (queued.Count == 0)
            return;
        var (addresses, since) = (queued.Select(x => x.Key).ToList(), time.GetUtcNow() - Bounce.Remembered);
        foreach (var bounce in await db.Bounces.AsNoTracking().Where(x => addresses.Contains(x.Address) && x.Refusals >= Bounce.TooOften && x.LastAt > since).ToListAsync(cancellationToken))
        {
            foreach (var row in queued[bounce.Address])
                row.Suppress(DeliveryCause.Bounced, $"The address refused {bounce.Refusals} mails in a row for good. The last time: {bounce.Reason}");
        }
    }

    public Task RememberAsync(string address, string reason) => db.Database.ExecuteSqlAsync($"""
        insert into bounce (address, refusals, last_at, reason) values ({address.ToLowerInvariant()}, 1, {time.GetUtcNow()}, {reason})
        on conflict (address) do update set refusals = bounce.refusals + 1, last_at = excluded.last_at, reason = excluded.reason
        """);

    public Task ForgetAsync(string address)
    {
        var key = address.ToLowerInvariant();
        return db.Bounces.Where(x => x.Address == key).ExecuteDeleteAsync();
    }
}
