using Helpdesk.AppHost.Servers;
using Npgsql;

namespace Helpdesk.Fixtures;

/// <summary>A PostgreSQL for a single test, which may stop and restart it.</summary>
public sealed class IsolatedDatabase : IAsyncDisposable
{
    readonly IsolatedServers _own;
    readonly PostgresServer _server;
    int _process;

    IsolatedDatabase(IsolatedServers own)
    {
        _own = own;
        _server = new PostgresServer(own.Directory, Ports.Free());
    }

    /// <summary>Its address; the same after a restart.</summary>
    public string ConnectionString => _server.ConnectionString + ";Database=postgres;Maximum Pool Size=40";

    /// <summary>A server that accepts connections.</summary>
    public static async Task<IsolatedDatabase> CreateAsync()
    {
        var database = new IsolatedDatabase(await IsolatedServers.CreateAsync());
        await database._server.InitializeAsync();
        await database.StartAsync();
        return database;
    }

    /// <summary>Starts it and returns once it accepts connections.</summary>
    public async Task StartAsync()
    {
        _process = _own.Start(_server.Command("fsync=off"));
        await Eventually.HoldsAsync(AnswersAsync, TimeSpan.FromMinutes(3));
    }

    /// <summary>Ends every connection and stops it.</summary>
    public async Task StopAsync()
    {
        await IsolatedServers.SignalAsync("INT", _process);
        // It stops answering before the process ends, and until then another one cannot start.
        await Eventually.HoldsAsync(() => !Directory.Exists($"/proc/{_process}"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await IsolatedServers.SignalAsync("INT", _process);
        await _own.DisposeAsync();
    }

    async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(_server.ConnectionString + ";Database=postgres;Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
