using MassTransit;
using MassTransit.Clients;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Transports;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>Outside consumers, published messages become rows of the scope's DbContext, and leave only if the caller saves.</summary>
sealed class RequestOutbox<TContext>(TContext db, IBus bus, IServiceProvider services, IClientFactory clientFactory, TimeProvider time)
    : ScopedBusContext, OutboxSendContext where TContext : DbContext
{
    public ISendEndpointProvider SendEndpointProvider => field ??= new OutboxSendEndpointProvider(this, bus);

    public IPublishEndpoint PublishEndpoint => field ??= new PublishEndpoint(new OutboxPublishEndpointProvider(this, bus));

    public IScopedClientFactory ClientFactory => field ??=
        new ScopedClientFactory(new ClientFactory(new ScopedClientFactoryContext(clientFactory, services)), null);

    public Task AddSend<T>(SendContext<T> context) where T : class
    {
        // A request may publish concurrently, but a DbContext is not thread-safe.
        lock (db)
            db.Add(OutboxMessage.From(context, time.GetUtcNow()));
        return Task.CompletedTask;
    }

    public object? GetService(Type serviceType) => services.GetService(serviceType);
}

/// <summary>The consume context's outbox inside a consumer, the request's elsewhere.</summary>
sealed class RequestOutboxProvider<TContext>(TContext db, IBus bus, IServiceProvider services, TimeProvider time,
    Bind<IBus, IClientFactory> clientFactory, Bind<IBus, IScopedConsumeContextProvider> consumeContext)
    : IScopedBusContextProvider<IBus> where TContext : DbContext
{
    public ScopedBusContext Context { get; } = consumeContext.Value.HasContext
        ? new ConsumeContextScopedBusContext(consumeContext.Value.GetContext(), clientFactory.Value)
        : new RequestOutbox<TContext>(db, bus, services, clientFactory.Value, time);
}
