using Helpdesk.AppHost.Servers;
using Testcontainers.RabbitMq;

namespace Helpdesk.Fixtures;

/// <summary>A broker in a container for a single test, which may kill and restart it.</summary>
public sealed class IsolatedBroker : IAsyncDisposable
{
    readonly RabbitMqContainer _container;
    readonly int _port;

    IsolatedBroker(RabbitMqContainer container, int port)
    {
        _container = container;
        _port = port;
    }

    /// <summary>Its address; the same after a restart.</summary>
    public string Address => $"amqp://{ContainerEngine.User}:{ContainerEngine.Password}@{_container.Hostname}:{_port}/";

    /// <summary>A broker that accepts connections.</summary>
    public static async Task<IsolatedBroker> CreateAsync()
    {
        var port = Ports.Free();
        var broker = new IsolatedBroker(await ContainerEngine.CreateRabbitMqAsync(port), port);
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts it and returns once it accepts connections.</summary>
    public Task StartAsync() => _container.StartAsync();

    /// <summary>Kills it as a power cut would.</summary>
    public Task KillAsync() => ContainerEngine.KillAsync(_container.Id);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
