using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

/// <summary>
/// Bounds how many challenges wait for an answer. They are counted at most once a second; meanwhile what this process gives out is
/// added. Together, replicas may exceed the limit by what they give out in a second.
/// </summary>
sealed class OutstandingQuota(IOptions<ChallengeOptions> options, TimeProvider time)
{
    static readonly TimeSpan Recount = TimeSpan.FromSeconds(1);

    long _countedAt;
    long _count;

    public async Task<bool> IsFullAsync(CaptchaDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var countedAt = Volatile.Read(ref _countedAt);
        // One request counts; those beside it go by the last number.
        if (now.UtcTicks - countedAt > Recount.Ticks
            && Interlocked.CompareExchange(ref _countedAt, now.UtcTicks, countedAt) == countedAt)
            Volatile.Write(ref _count, await CountAsync(db, now, cancellationToken));
        return Volatile.Read(ref _count) >= options.Value.MaxOutstanding;
    }

    public void Add() => Interlocked.Increment(ref _count);

    static async Task<int> CountAsync(CaptchaDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Challenges.CountAsync(x => x.ExpiresAt > now, cancellationToken)
        + await db.Proofs.CountAsync(x => x.ExpiresAt > now && x.SolvedAt == null, cancellationToken);
}
