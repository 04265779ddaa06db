using System.Threading.RateLimiting;

namespace Helpdesk.Notification.MailTests;

/// <summary>Few tries: with the ports of mail servers only, that keeps the test from being a scanner of networks.</summary>
sealed class MailTestLimiter : IDisposable
{
    readonly PartitionedRateLimiter<Guid> _tries = PartitionedRateLimiter.Create<Guid, Guid>(
        account => RateLimitPartition.GetTokenBucketLimiter(account, _ => new()
        {
            TokenLimit = 5,
            TokensPerPeriod = 5,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            AutoReplenishment = true,
        }));

    /// <summary>Whether the account may test now.</summary>
    /// <param name="account">Who tests.</param>
    /// <param name="retryAfter">Whole seconds to wait, at least one, when they may not.</param>
    public bool TryAcquire(Guid account, out int retryAfter)
    {
        using var lease = _tries.AttemptAcquire(account);
        lease.TryGetMetadata(MetadataName.RetryAfter, out var time);
        retryAfter = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
