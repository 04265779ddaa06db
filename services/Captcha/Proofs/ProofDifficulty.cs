using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Proofs;

/// <summary>
/// Adapts how much work is asked to how much is being solved. Only work that was done counts: merely asking for proofs makes nothing
/// harder for anybody. Counted over the whole installation, at most once a second by each replica.
/// </summary>
sealed class ProofDifficulty(IOptions<ProofOptions> options, TimeProvider time)
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
        if (now.UtcTicks - countedAt > Recount.Ticks
            && Interlocked.CompareExchange(ref _countedAt, now.UtcTicks, countedAt) == countedAt)
        {
            var since = now - Window;
            Volatile.Write(ref _solved, await db.Proofs.CountAsync(x => x.SolvedAt > since, cancellationToken));
        }

        return Parts(Volatile.Read(ref _solved), options.Value.BaselinePerMinute);
    }

    /// <summary>In proportion to what was solved within the minute, from the least work up to the most.</summary>
    public static int Parts(int solvedPerMinute, int baselinePerMinute) =>
        (int)Math.Clamp((long)ProofOfWork.MinParts * solvedPerMinute / baselinePerMinute, ProofOfWork.MinParts, ProofOfWork.MaxParts);
}
