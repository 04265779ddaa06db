using System.Net.Http.Headers;
using System.Text;
using Helpdesk.AppHost.Servers;
using Npgsql;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

[assembly: AssemblyFixture(typeof(Helpdesk.Fixtures.SharedServers))]

namespace Helpdesk.Fixtures;

/// <summary>PostgreSQL and RabbitMQ in containers, shared by all tests of this process.</summary>
public static class TestServers
{
    static readonly Lazy<Task<PostgreSqlContainer>> Postgres = new(async () =>
    {
        var container = await ContainerEngine.CreatePostgresAsync(Ports.Free());
        await container.StartAsync();
        return container;
    });

    static readonly Lazy<Task<RabbitMqContainer>> Rabbit = new(async () =>
    {
        var container = await ContainerEngine.CreateRabbitMqAsync(Ports.Free());
        await container.StartAsync();
        return container;
    });

    static readonly HttpClient Http = new();

    /// <summary>A new database.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = (await Postgres.Value).GetConnectionString();
        var name = "t_" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    /// <summary>Address of a new virtual host of the broker.</summary>
    public static async Task<string> CreateVirtualHostAsync()
    {
        var rabbit = await Rabbit.Value;
        var name = "t-" + Guid.NewGuid().ToString("N");
        await PutAsync(rabbit, $"vhosts/{name}");
        await PutAsync(rabbit, $"permissions/{name}/{ContainerEngine.User}");
        return new Uri(new Uri(rabbit.GetConnectionString()), name).ToString();
    }

    /// <summary>Removes what was started.</summary>
    internal static async Task RemoveAsync()
    {
        if (Postgres is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Postgres.Value).DisposeAsync();
        if (Rabbit is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Rabbit.Value).DisposeAsync();
    }

    static async Task PutAsync(RabbitMqContainer rabbit, string path)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ContainerEngine.User}:{ContainerEngine.Password}"));
        var address = new Uri($"http://{rabbit.Hostname}:{rabbit.GetMappedPublicPort(15672)}/api/{path}");
        using var request = new HttpRequestMessage(HttpMethod.Put, address)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
            Content = new StringContent("""{"configure":".*","write":".*","read":".*"}""", Encoding.UTF8, "application/json"),
        };
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>Ends with the last test.</summary>
public sealed class SharedServers : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await TestServers.RemoveAsync();
}
