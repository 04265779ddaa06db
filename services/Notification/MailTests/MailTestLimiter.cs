using System.Globalization;
using System.Threading.RateLimiting;

namespace Helpdesk.Notification.MailTests;

/// <summary>Few tries: with the ports of mail servers only, that keeps the test from being a scanner of networks.</summary>
sealed class MailTestLimiter : IDisposable
{
    readonly PartitionedRateLimiter<Guid> _tries = PartitionedRateLimiter.Create<Guid, Guid>(account => RateLimitPartition.GetTokenBucketLimiter(account, _ => new()
    {
        TokenLimit = 5,
        TokensPerPeriod = 5,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        AutoReplenishment = true,
    }));

    /// <summary>Whether he tried too often; then also the seconds to wait.</summary>
    public bool Refuses(Guid account, out string wait)
    {
        using var lease = _tries.AttemptAcquire(account);
        lease.TryGetMetadata(MetadataName.RetryAfter, out var time);
        wait = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return !lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
