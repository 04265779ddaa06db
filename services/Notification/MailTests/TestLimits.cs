using System.Globalization;
using System.Threading.RateLimiting;

namespace Helpdesk.Notification.MailTests;

/// <summary>What keeps the test from being a scanner of networks: few tries, and ports of mail servers only.</summary>
sealed class TestLimits(IConfiguration configuration) : IDisposable
{
    readonly int[] _ports = configuration.GetSection("MailTests:Ports").Get<int[]>() ?? [25, 587, 1025, 2525];
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

    public string? Fault(string server) =>
        _ports.Contains(Transport.MailServer.Read(server).Port) ? null : $"Mail servers listen on port {string.Join(", ", _ports)}; others are not tried.";

    public void Dispose() => _tries.Dispose();
}
