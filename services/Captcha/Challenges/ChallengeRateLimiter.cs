using System.Threading.RateLimiting;
using Helpdesk.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

/// <summary>
/// How often one address is given a challenge: so many at once, and as many again evenly over each minute. Each replica counts for
/// itself.
/// </summary>
sealed class ChallengeRateLimiter(IOptions<ChallengeOptions> options) : IDisposable
{
    readonly PartitionedRateLimiter<string> _networks = PartitionedRateLimiter.Create<string, string>(
        network => RateLimitPartition.GetTokenBucketLimiter(network, _ => new()
        {
            TokenLimit = options.Value.PerAddressPerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / options.Value.PerAddressPerMinute,
            AutoReplenishment = true,
        }));

    /// <summary>Whether the caller may have another challenge now.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="retryAfter">Whole seconds to wait, at least one, when they may not.</param>
    public bool TryAcquire(HttpContext caller, out int retryAfter)
    {
        using var lease = _networks.AttemptAcquire(ClientNetwork.Of(caller));
        lease.TryGetMetadata(MetadataName.RetryAfter, out var time);
        retryAfter = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
        return lease.IsAcquired;
    }

    public void Dispose() => _networks.Dispose();
}
