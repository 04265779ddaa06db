using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>
/// How much one account, and one network, may send: so much at once, and as much again evenly over each hour. Else one of them
/// could use up what all may keep. Staff counts by account alone: it works from the network in which many customers sit too.
/// Kept by each replica for itself.
/// </summary>
sealed class Senders(IOptions<UploadOptions> options) : IDisposable
{
    /// <summary>What a small file costs, for it costs more than its bytes.</summary>
    const int LeastKibibytes = 256;

    readonly PartitionedRateLimiter<string> _kibibytes = PartitionedRateLimiter.Create<string, string>(sender => RateLimitPartition.GetTokenBucketLimiter(sender, _ => new()
    {
        TokenLimit = options.Value.KibibytesPerSender,
        TokensPerPeriod = Math.Max(1, options.Value.KibibytesPerSender / 120),
        ReplenishmentPeriod = TimeSpan.FromSeconds(30),
        AutoReplenishment = true,
    }));

    /// <summary>Whether the sender of this request has sent too much; then also the seconds to wait.</summary>
    public bool Refuses(HttpContext http, long bytes, out string wait)
    {
        var cost = Math.Min(options.Value.KibibytesPerSender, (int)Math.Max(LeastKibibytes, bytes / 1024));
        foreach (var sender in Of(http))
        {
            using var lease = _kibibytes.AttemptAcquire(sender, cost);
            if (lease.IsAcquired)
                continue;
            lease.TryGetMetadata(MetadataName.RetryAfter, out var time);
            wait = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return true;
        }

        wait = "";
        return false;
    }

    static IEnumerable<string> Of(HttpContext http)
    {
        if (http.User.AccountId() is { } account)
            yield return $"account {account}";
        if (!http.User.IsStaff())
            yield return $"network {ClientNetwork.Of(http)}";
    }

    public void Dispose() => _kibibytes.Dispose();
}
