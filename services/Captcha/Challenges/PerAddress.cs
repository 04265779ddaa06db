using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

/// <summary>How often one address is given a challenge: so many at once, and as many again evenly over each minute. Kept by each replica for itself.</summary>
sealed class PerAddress(IOptions<ChallengeOptions> options) : IDisposable
{
    readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetTokenBucketLimiter(network, _ => new()
    {
        TokenLimit = options.Value.PerAddressPerMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / options.Value.PerAddressPerMinute,
        AutoReplenishment = true,
    }));

    /// <summary>Whether this caller asked too often; then also the seconds to wait.</summary>
    public bool Refuses(HttpContext caller, out string wait)
    {
        using var lease = _addresses.AttemptAcquire(ClientNetwork.Of(caller));
        lease.TryGetMetadata(MetadataName.RetryAfter, out var time);
        wait = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return !lease.IsAcquired;
    }

    public void Dispose() => _addresses.Dispose();
}
