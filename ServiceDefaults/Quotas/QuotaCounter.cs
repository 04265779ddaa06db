using Microsoft.EntityFrameworkCore;

namespace Helpdesk.ServiceDefaults.Quotas;

/// <summary>
/// Counts against quotas in the caller's transaction: a rollback undoes the count, and concurrent callers wait for each other. Several
/// quotas in one transaction are counted in one call, or always in the same order.
/// </summary>
public static class QuotaCounter
{
    /// <summary>Counts one more.</summary>
    /// <param name="db">The service's database, with <see cref="QuotaSetup.AddQuotas(ModelBuilder)"/> in its model.</param>
    /// <param name="quota">Which quota of whom.</param>
    /// <param name="now">The present moment (UTC).</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How much is used; <see cref="QuotaUsage.IsAllowed"/> says whether it may happen.</returns>
    public static async Task<QuotaUsage> ConsumeAsync(
        this DbContext db, SubjectQuota quota, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await CountAsync(db, [quota], now, cancellationToken))[0];

    /// <summary>Counts one more of each of several quotas, or of none when one of them is exhausted.</summary>
    /// <param name="db">The service's database, with <see cref="QuotaSetup.AddQuotas(ModelBuilder)"/> in its model.</param>
    /// <param name="quotas">Which quotas of whom, each of them once.</param>
    /// <param name="now">The present moment (UTC).</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How much of each is used, in the order asked; it may happen when all of them are allowed.</returns>
    public static async Task<IReadOnlyList<QuotaUsage>> ConsumeAllAsync(
        this DbContext db, IReadOnlyList<SubjectQuota> quotas, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var usages = await CountAsync(db, quotas, now, cancellationToken);
        if (usages.All(x => x.IsAllowed))
            return usages;
        var given = quotas.Zip(usages).Where(x => x.Second.IsAllowed).Select(x => x.First.Key).ToArray();
        await db.Set<QuotaCount>().Where(x => given.Contains(x.Key))
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.Count, y => y.Count - 1), cancellationToken);
        return usages;
    }

    static async Task<QuotaUsage[]> CountAsync(
        DbContext db, IReadOnlyList<SubjectQuota> quotas, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = quotas.Select(x => x.Key).ToArray();
        var most = quotas.Select(x => x.Quota.Limit + 1).ToArray();
        var ends = quotas.Select(x => now + x.Quota.Window).ToArray();
        // Always in the same order: otherwise two transactions could deadlock.
        var counts = await db.Database.SqlQuery<Row>($"""
            with counted as (
                insert into quota as q (key, count, resets_at)
                select key, 1, resets_at from unnest({keys}, {ends}) as x(key, resets_at) order by key collate "C"
                on conflict (key) do update set
                    count = case when q.resets_at <= {now} then 1
                        else least(q.count + 1, (select most from unnest({keys}, {most}) as l(key, most) where l.key = q.key)) end,
                    resets_at = case when q.resets_at <= {now} then excluded.resets_at else q.resets_at end
                returning key, count, resets_at)
            select key, count, resets_at from counted
            """).ToDictionaryAsync(x => x.Key, cancellationToken);
        return [.. quotas.Select(x => new QuotaUsage(counts[x.Key].Count, x.Quota.Limit, counts[x.Key].ResetsAt))];
    }

    sealed record Row(string Key, int Count, DateTimeOffset ResetsAt);
}
