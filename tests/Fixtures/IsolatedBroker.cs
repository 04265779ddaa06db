using Helpdesk.AppHost.Servers;

namespace Helpdesk.Fixtures;

/// <summary>A broker for a single test, which may kill and restart it.</summary>
public sealed class IsolatedBroker : IAsyncDisposable
{
    static readonly HttpClient Http = new();
    readonly IsolatedServers _own;
    readonly RabbitMqServer _server;
    int _process;

    IsolatedBroker(IsolatedServers own)
    {
        _own = own;
        _server = new RabbitMqServer(own.Directory, Ports.Free(), Ports.Free(), Ports.Free(), Ports.Free());
    }

    /// <summary>Its address; the same after a restart.</summary>
    public string Address => _server.ConnectionString();

    /// <summary>A broker that accepts connections.</summary>
    public static async Task<IsolatedBroker> CreateAsync()
    {
        var broker = new IsolatedBroker(await IsolatedServers.CreateAsync());
        await broker._server.InitializeAsync();
        broker._own.Start(broker._server.NameServiceCommand());
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts it and returns once it accepts connections.</summary>
    public async Task StartAsync()
    {
        _process = _own.Start(_server.Command());
        await Eventually.HoldsAsync(() => _server.IsReadyAsync(Http), TimeSpan.FromMinutes(3));
    }

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        await IsolatedServers.SignalAsync("KILL", -_process);
        await Eventually.HoldsAsync(async () => !await _server.IsReadyAsync(Http));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _own.DisposeAsync();
}
