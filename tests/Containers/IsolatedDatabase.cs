using Helpdesk.AppHost.Servers;
using Testcontainers.PostgreSql;

namespace Helpdesk.Fixtures;

/// <summary>A PostgreSQL in a container for a single test, which may stop and restart it.</summary>
public sealed class IsolatedDatabase : IAsyncDisposable
{
    readonly PostgreSqlContainer _container;
    readonly int _port;

    IsolatedDatabase(PostgreSqlContainer container, int port)
    {
        _container = container;
        _port = port;
    }

    /// <summary>Its address; the same after a restart.</summary>
    public string ConnectionString =>
        $"Host={_container.Hostname};Port={_port};Username={ContainerEngine.User};Password={ContainerEngine.Password};Database=postgres;"
        + "Maximum Pool Size=40";

    /// <summary>A server that accepts connections.</summary>
    public static async Task<IsolatedDatabase> CreateAsync()
    {
        var port = Ports.Free();
        var database = new IsolatedDatabase(await ContainerEngine.CreatePostgresAsync(port), port);
        await database.StartAsync();
        return database;
    }

    /// <summary>Starts it and returns once it accepts connections.</summary>
    public Task StartAsync() => _container.StartAsync();

    /// <summary>Ends every connection and stops it.</summary>
    public Task StopAsync() => _container.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
