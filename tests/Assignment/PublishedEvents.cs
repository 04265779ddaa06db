using System.Collections.Concurrent;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using MassTransit;

namespace Helpdesk.Assignment.Tests;

/// <summary>Another service of the installation, which hears what Assignment publishes.</summary>
sealed class PublishedEvents : IAsyncDisposable
{
    readonly ConcurrentQueue<object> _heard = [];
    readonly IBusControl _bus;

    PublishedEvents(string broker) => _bus = Bus.Factory.CreateUsingRabbitMq(x =>
    {
        x.Host(new Uri(broker));
        x.ReceiveEndpoint(new TemporaryEndpointDefinition(), queue =>
        {
            queue.Handler<TicketAssigned>(Keep);
            queue.Handler<AreaChanged>(Keep);
            queue.Handler<CategoryChanged>(Keep);
            queue.Handler<AgentAreasChanged>(Keep);
            queue.Handler<AgentAvailabilityChanged>(Keep);
            queue.Handler<TicketAwaitsDispatcher>(Keep);
        });
    });

    public static async Task<PublishedEvents> OpenAsync(string broker)
    {
        var events = new PublishedEvents(broker);
        await events._bus.StartAsync(TimeSpan.FromMinutes(2));
        return events;
    }

    public IReadOnlyList<T> Heard<T>() => [.. _heard.OfType<T>()];

    /// <summary>What was heard of this kind, once there is so much of it.</summary>
    public async Task<IReadOnlyList<T>> WaitForAsync<T>(int count, Func<T, bool>? that = null)
    {
        await Eventually.HoldsAsync(
            () => Heard<T>().Count(that ?? (_ => true)) >= count, TimeSpan.FromMinutes(2), $"{count} times {typeof(T).Name}");
        return [.. Heard<T>().Where(that ?? (_ => true))];
    }

    Task Keep<T>(ConsumeContext<T> context) where T : class
    {
        _heard.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync(TimeSpan.FromSeconds(30));
}
