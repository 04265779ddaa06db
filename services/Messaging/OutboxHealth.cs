using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Degraded while messages wait too long or are set aside: requests are still served, but an operator must look.</summary>
sealed class OutboxHealth<TContext>(TContext db, ConsumedQueues queues, TimeProvider time, IOptions<MessagingOptions> options)
    : IHealthCheck where TContext : DbContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var report = await MessagingReport.ReadAsync(db, queues, now, cancellationToken);
        var (lag, setAside) = (now - report.OldestDue ?? TimeSpan.Zero, report.SetAside);

        var data = new Dictionary<string, object> { ["lagSeconds"] = Math.Round(lag.TotalSeconds, 1), ["setAside"] = setAside };
        if (setAside > 0)
        {
            return HealthCheckResult.Degraded(
                $"{setAside} messages could not be delivered and are set aside in outbox_message, with their errors.", data: data);
        }

        return lag > options.Value.LagLimit
            ? HealthCheckResult.Degraded($"The oldest message that is due has waited for {lag.TotalSeconds:0} s.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
