using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing;

static class ConsumedKeys
{
    /// <summary>Takes the key for a while; false when it is still taken.</summary>
    public static async Task<bool> TryConsumeAsync(
        this TicketingDbContext db, string key, TimeSpan lifetime, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            insert into consumed_key (key, expires_at) values ({key}, {now + lifetime})
            on conflict (key) do update set expires_at = excluded.expires_at where consumed_key.expires_at <= {now}
            """, cancellationToken) > 0;
}
