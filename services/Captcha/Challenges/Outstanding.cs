using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

/// <summary>
/// How many challenges wait for an answer: counted at most once a second, in between what this process gives out is added.
/// Replicas may so exceed the limit together by what they give out in a second.
/// </summary>
sealed class Outstanding(IOptions<ChallengeOptions> options, TimeProvider time)
{
    static readonly TimeSpan Recount = TimeSpan.FromSeconds(1);

    long _countedAt;
    long _count;

    public async Task<bool> IsFullAsync(CaptchaDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var countedAt = Volatile.Read(ref _countedAt);
        // One request counts; those beside it go by the last number.
        if (now.UtcTicks - countedAt > Recount.Ticks && Interlocked.CompareExchange(ref _countedAt, now.UtcTicks, countedAt) == countedAt)
            Volatile.Write(ref _count, await db.Challenges.CountAsync(x => x.ExpiresAt > now, cancellationToken) + await db.Proofs.CountAsync(x => x.ExpiresAt > now && x.SolvedAt == null, cancellationToken));
        return Volatile.Read(ref _count) >= options.Value.MaxOutstanding;
    }

    public void Added() => Interlocked.Increment(ref _count);
}
