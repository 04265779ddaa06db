using Helpdesk.Messaging.Sagas;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Adds messaging to a service.</summary>
public static class MessagingSetup
{
    /// <summary>
    /// Connects the service to the broker. Consumers and sagas consume each message once, in one transaction with what they change and
    /// publish; what a request publishes through the scoped <see cref="IPublishEndpoint"/> leaves once it has saved, or never. The host
    /// starts and serves requests without the broker too.
    /// </summary>
    /// <param name="builder">
    /// The host under construction, with <typeparamref name="TContext"/> and <see cref="MessagingModel.AddMessaging"/> in its model.
    /// </param>
    /// <param name="serviceName">Prefix of the queues: two services with one name would take each other's messages.</param>
    /// <param name="configure">Adds consumers and sagas.</param>
    /// <exception cref="InvalidOperationException"><c>ConnectionStrings:rabbitmq</c> is missing.</exception>
    public static void AddMessaging<TContext>(
        this IHostApplicationBuilder builder, string serviceName, Action<IBusRegistrationConfigurator>? configure = null)
        where TContext : DbContext
    {
        var broker = builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException(
                "ConnectionStrings:rabbitmq is missing: it says where the broker is, as amqp://user:password@host:port.");

        builder.Services.AddOptions<MessagingOptions>().BindConfiguration("Messaging").ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MessagingOptions>, MessagingOptionsValidator>());
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton(new ConsumedQueues(serviceName));
        builder.Services.AddTransient<IStartupFilter, MessagingReportEndpoint<TContext>>();
        builder.Services.AddSingleton<OutboxDelivery>();
        builder.Services.AddSingleton<FailedDeliveries>();
        builder.Services.AddSingleton<BrokerAvailability>();
        builder.Services.AddSingleton<DatabaseAvailability<TContext>>();
        builder.Services.AddSingleton<OutboxCommitInterceptor>();
        builder.Services.AddHealthChecks().AddCheck<OutboxHealth<TContext>>("outbox", HealthStatus.Degraded);
        builder.Services.ConfigureDbContext<TContext>((services, options) =>
            options.AddInterceptors(services.GetRequiredService<OutboxCommitInterceptor>()));
        builder.Services.AddScoped<IOutboxContextFactory<TContext>, ConsumerOutboxFactory<TContext>>();
        builder.Services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(serviceName, false));
            x.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
            x.SetSagaRepositoryProvider(new SagaRepositoryProvider<TContext>());
            x.ReplaceScoped<IScopedBusContextProvider<IBus>, RequestOutboxProvider<TContext>>();
            x.AddConfigureEndpointsCallback(ConsumeOnce<TContext>);
            configure?.Invoke(x);
            x.UsingRabbitMq((context, bus) =>
            {
                var availability = context.GetRequiredService<BrokerAvailability>();
                bus.Host(new Uri(broker), host => host.OnRefreshConnectionFactory = availability.WaitUntilAvailableAsync);
                bus.PrefetchCount = context.GetRequiredService<IOptions<MessagingOptions>>().Value.PrefetchCount;
                bus.AddPrePipeSpecification(new OutboxSchedulerFilter<TContext>());
                bus.ConnectConsumeObserver(new MessageSpans());
                bus.ConfigureEndpoints(context);
            });
        });
        builder.Services.AddSingleton<ReplicaNotifier<TContext>>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReplicaNotifier<TContext>>());
        builder.Services.AddHostedService<OutboxDispatcher<TContext>>();
        builder.Services.AddHostedService<InboxPurge<TContext>>();
        builder.Services.AddHostedService<OutboxMetrics<TContext>>();
    }

    /// <summary>Retry outside, outbox inside: each attempt gets a scope, a context and a transaction of its own.</summary>
    static void ConsumeOnce<TContext>(IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint)
        where TContext : DbContext
    {
        endpoint.ConnectReceiveEndpointObserver(context.GetRequiredService<ConsumedQueues>().Of(name));
        endpoint.UseMessageRetry(retry => retry.Intervals(50, 200, 1000, 5000));
        var outbox = new OutboxConsumePipeSpecificationObserver<TContext>(endpoint, context);
        endpoint.ConnectConsumerConfigurationObserver(outbox);
        endpoint.ConnectSagaConfigurationObserver(outbox);
    }
}
