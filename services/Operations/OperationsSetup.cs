using Helpdesk.Operations.Failures;
using Helpdesk.Operations.Queues;
using Helpdesk.Operations.Status;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations;

static class OperationsSetup
{
    /// <summary>How long it is told what became of a failure.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        // Its health is the bus's: a broker that is away only degrades. And what it asks every few seconds would hide every other trace.
        builder.AddRabbitMQClient("rabbitmq", x => (x.DisableHealthChecks, x.DisableTracing, x.MaxConnectRetryCount) = (true, true, 0));
        // One that is away is told of once, by the bus; the client would tell of each vain attempt, with its stack.
        builder.Logging.AddFilter("RabbitMQ.Client", LogLevel.None);
        builder.Services.AddServiceDiscovery();
        builder.Services.AddHttpClient(ServiceClient.Client, http => http.Timeout = TimeSpan.FromSeconds(3)).AddServiceDiscovery();
        builder.Services.AddOptions<OperationsOptions>().BindConfiguration("Operations").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ServiceClient>();
        builder.Services.AddSingleton<ProtectedMessages>();
        builder.Services.AddSingleton<CollectFailures>();
        builder.Services.AddSingleton<ReturnSignal>();
        builder.Services.AddSingleton<CachedStatus>();
        builder.Services.AddHostedService<QueueMonitor>();
        builder.Services.AddHostedService<ReturnMessages>();
        builder.Services.AddPeriodicCleanup<OperationsDbContext>(
            "Failures that were settled long ago", TimeSpan.FromHours(1), (db, now, cancellationToken) => db.Failures
                .Where(x => x.SettledAt <= now - Kept).OrderBy(x => x.SettledAt).Take(PeriodicCleanup.BatchSize)
                .ExecuteDeleteAsync(cancellationToken));
    }
}
