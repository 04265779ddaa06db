using System.Threading.RateLimiting;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>
/// How much one account, and one network, may send: so much at once, and as much again evenly over each hour. Else one of them could use
/// up what all may store. Staff count by account alone, for they may work in the network of many customers. Each replica counts for
/// itself.
/// </summary>
sealed class UploadRateLimiter(IOptions<UploadOptions> options) : IDisposable
{
    /// <summary>What a small file counts for: it costs more than its bytes.</summary>
    const int MinKibibytes = 256;

    readonly PartitionedRateLimiter<string> _kibibytes = PartitionedRateLimiter.Create<string, string>(
        sender => RateLimitPartition.GetTokenBucketLimiter(sender, _ => new()
        {
            TokenLimit = options.Value.KibibytesPerSender,
            TokensPerPeriod = Math.Max(1, options.Value.KibibytesPerSender / 120),
            ReplenishmentPeriod = TimeSpan.FromSeconds(30),
            AutoReplenishment = true,
        }));

    /// <summary>Whether the sender of this request may send so many bytes now.</summary>
    /// <param name="http">The request.</param>
    /// <param name="bytes">The size of the file.</param>
    /// <param name="retryAfter">Whole seconds to wait, at least one, when they may not.</param>
    public bool TryAcquire(HttpContext http, long bytes, out int retryAfter)
    {
        retryAfter = 0;
        var cost = Math.Min(options.Value.KibibytesPerSender, (int)Math.Max(MinKibibytes, bytes / 1024));
        foreach (var sender in Senders(http))
        {
            using var lease = _kibibytes.AttemptAcquire(sender, cost);
            if (lease.IsAcquired)
                continue;
            lease.TryGetMetadata(MetadataName.RetryAfter, out var time);
            retryAfter = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
            return false;
        }

        return true;
    }

    static IEnumerable<string> Senders(HttpContext http)
    {
        if (http.User.AccountId() is { } account)
            yield return $"account {account}";
        if (!http.User.IsStaff())
            yield return $"network {ClientNetwork.Of(http)}";
    }

    public void Dispose() => _kibibytes.Dispose();
}
