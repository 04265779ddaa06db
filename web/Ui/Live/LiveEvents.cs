using MassTransit;

namespace Helpdesk.Ui.Live;

/// <summary>Hears what happens to tickets through a queue of this process alone, which goes with it: a page that opens later reads what is.</summary>
public static class LiveEvents
{
    /// <exception cref="InvalidOperationException"><c>ConnectionStrings:rabbitmq</c> is missing.</exception>
    public static void AddLiveEvents(this IHostApplicationBuilder builder, string host)
    {
        var broker = builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is missing: it says where the broker is, as amqp://user:password@host:port.");
        builder.Services.AddSingleton<LiveTickets>();
        builder.Services.AddSingleton<LiveLimits>();
        builder.Services.AddSingleton<Stream>();
        builder.Services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.AddConsumer<TellPages>();
            x.AddConsumer<EndRevokedLines>();
            x.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded);
            x.UsingRabbitMq((context, bus) =>
            {
                bus.Host(new Uri(broker));
                bus.ReceiveEndpoint(new TemporaryEndpointDefinition($"{host}-pages"), endpoint =>
                {
                    // In the order in which it happened: who was writing before the answer came is not writing after it.
                    endpoint.ConcurrentMessageLimit = 1;
                    endpoint.ConfigureConsumer<TellPages>(context);
                    endpoint.ConfigureConsumer<EndRevokedLines>(context);
                });
            });
        });
    }
}
