using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpdesk.Ui.Live;

/// <summary>
/// Hears what happens to tickets through a queue of this process alone, which goes with it: a page that opens later reads what is.
/// </summary>
public static class LiveEvents
{
    /// <exception cref="InvalidOperationException"><c>ConnectionStrings:rabbitmq</c> is missing.</exception>
    public static void AddLiveEvents(this IHostApplicationBuilder builder, string host)
    {
        var broker = builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException(
                "ConnectionStrings:rabbitmq is missing: it says where the broker is, as amqp://user:password@host:port.");
        builder.Services.AddSingleton<LiveSubscriptions>();
        builder.Services.AddSingleton<LiveLimits>();
        builder.Services.AddSingleton<LiveEventStream>();
        builder.Services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.AddConsumer<NotifyLivePages>();
            x.AddConsumer<EndRevokedSubscriptions>();
            x.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
            x.UsingRabbitMq((context, bus) =>
            {
                bus.Host(new Uri(broker));
                bus.ReceiveEndpoint(new TemporaryEndpointDefinition($"{host}-pages"), endpoint =>
                {
                    // In the order in which it happened: who was writing before the answer came is not writing after it.
                    endpoint.ConcurrentMessageLimit = 1;
                    endpoint.ConfigureConsumer<NotifyLivePages>(context);
                    endpoint.ConfigureConsumer<EndRevokedSubscriptions>(context);
                });
            });
        });
    }
}
