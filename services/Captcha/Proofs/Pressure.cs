using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Proofs;

/// <summary>
/// How much is being solved, and how much work is asked for it. What counts is work that was done: who merely asks for proofs
/// makes nothing harder for anybody. Counted over the whole installation, at most once a second by each replica.
/// </summary>
sealed class Pressure(IOptions<ProofOptions> options, TimeProvider time)
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Recount = TimeSpan.FromSeconds(1);

    long _countedAt;
    int _solved;

    public async Task<int> PartsAsync(CaptchaDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var countedAt = Volatile.Read(ref _countedAt);
        // One request counts; those beside it go by the last number.
        if (now.UtcTicks - countedAt > Recount.Ticks && Interlocked.CompareExchange(ref _countedAt, now.UtcTicks, countedAt) == countedAt)
        {
            var since = now - Window;
            Volatile.Write(ref _solved, await db.Proofs.CountAsync(x => x.SolvedAt > since, cancellationToken));
        }

        return Parts(Volatile.Read(ref _solved), options.Value.CalmPerMinute);
    }

    /// <summary>In proportion to what was solved within the minute, from the work at rest up to the most.</summary>
    public static int Parts(int solvedPerMinute, int calmPerMinute) =>
        (int)Math.Clamp((long)Work.PartsAtRest * solvedPerMinute / calmPerMinute, Work.PartsAtRest, Work.MostParts);
}
