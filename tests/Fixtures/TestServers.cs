using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.AppHost.Servers;
using Npgsql;

namespace Helpdesk.Fixtures;

/// <summary>
/// The real PostgreSQL and RabbitMQ that all test processes of this checkout share: the first one starts them, and they stop after the
/// last one has ended.
/// </summary>
public static class TestServers
{
    static readonly Lazy<Task<(PostgresServer Postgres, RabbitMqServer Rabbit)>> Servers = new(StartAsync);
    static readonly HttpClient Http = new();
    static FileStream? _user;

    /// <summary>A new database; with a template, a copy of it.</summary>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = "t_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return await ConnectionStringAsync(name);
    }

    /// <summary>A template that all processes share, created once; pass its name to <see cref="CreateDatabaseAsync"/>.</summary>
    /// <param name="name">What it is a template of, such as a service's name.</param>
    /// <param name="build">The assembly whose build it belongs to: another build makes another template.</param>
    /// <param name="migrate">Fills the empty database that the connection string names.</param>
    public static async Task<string> TemplateAsync(string name, System.Reflection.Assembly build, Func<string, Task> migrate)
    {
        var template = $"template_{name}_{build.ManifestModule.ModuleVersionId:N}";
        using var exclusive = await FileLock.ExclusiveAsync(Path.Combine(Root(), template + ".lock"));
        if (await ExecuteAsync($"SELECT 1 FROM pg_database WHERE datname = '{template}'") is not null)
            return template;

        var unfinished = "making_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE DATABASE {unfinished}");
        var connection = await ConnectionStringAsync(unfinished) + ";Pooling=false";
        await migrate(connection);
        await ExecuteAsync($"ALTER DATABASE {unfinished} RENAME TO {template}");
        return template;
    }

    /// <summary>Address of a new virtual host of the broker.</summary>
    public static async Task<string> CreateVirtualHostAsync()
    {
        var rabbit = (await Servers.Value).Rabbit;
        var name = "t-" + Guid.NewGuid().ToString("N");
        (await rabbit.SendAsync(Http, HttpMethod.Put, $"vhosts/{name}")).EnsureSuccessStatusCode();
        (await rabbit.SendAsync(Http, HttpMethod.Put, $"permissions/{name}/{RabbitMqServer.User}")).EnsureSuccessStatusCode();
        return rabbit.ConnectionString(name);
    }

    /// <summary>Address of the broker for a user with the rights that the host of that name has.</summary>
    /// <param name="host">Its name.</param>
    /// <param name="virtualHost">Address of the virtual host; null for the default one.</param>
    public static async Task<string> BrokerUserAsync(string host, string? virtualHost = null)
    {
        var rabbit = (await Servers.Value).Rabbit;
        var name = virtualHost is null ? "/" : new Uri(virtualHost).AbsolutePath.Trim('/');
        // The broker refuses one of two who make the same user at the same time.
        using (await FileLock.ExclusiveAsync(Path.Combine(Root(), $"user-{host}.lock")))
            await rabbit.EnsureUserAsync(Http, host, BrokerRights.Of(host), name);
        return rabbit.ConnectionStringOf(host, name);
    }

    /// <summary>
    /// Deletes a virtual host that no test needs any more: with hundreds of them, creating another one takes seconds.
    /// </summary>
    public static void DiscardVirtualHost(string address) => _ = Task.Run(async () =>
    {
        // Other listeners may still be closing.
        await Task.Delay(TimeSpan.FromSeconds(3));
        using var _ = await (await Servers.Value).Rabbit.SendAsync(Http, HttpMethod.Delete,
            $"vhosts/{new Uri(address).AbsolutePath.Trim('/')}");
    });

    static async Task<string> ConnectionStringAsync(string database) =>
        (await Servers.Value).Postgres.ConnectionString
        + $";Database={database};Maximum Pool Size=40;Connection Idle Lifetime=10;Connection Pruning Interval=3";

    static async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection((await Servers.Value).Postgres.ConnectionString
            + ";Database=postgres;Pooling=false;Command Timeout=300");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    static async Task<(PostgresServer, RabbitMqServer)> StartAsync()
    {
        var root = Root();
        var users = Path.Combine(root, "users");
        _user = await FileLock.SharedAsync(users);
        using var exclusive = await FileLock.ExclusiveAsync(Path.Combine(root, "start.lock"));
        var ready = Path.Combine(root, "ready");
        var ports = File.Exists(ready) ? (await File.ReadAllTextAsync(ready)).Split(' ')
            .Select(x => int.Parse(x, CultureInfo.InvariantCulture)).ToArray() : [];
        // The file is stale when the machine or the whole session was killed.
        var known = ports.Length == 5 && await Ports.AnswersAsync(ports[0]) && await Ports.AnswersAsync(ports[1]);
        if (!known)
            ports = [.. Enumerable.Range(0, 5).Select(_ => Ports.Free())];
        var servers = Path.Combine(root, "servers");
        var postgres = new PostgresServer(Path.Combine(servers, "postgres"), ports[0]);
        var rabbit = new RabbitMqServer(Path.Combine(servers, "rabbitmq"), ports[1], ports[2], ports[3], ports[4]);
        if (!known)
        {
            if (Directory.Exists(servers))
                Directory.Delete(servers, recursive: true);
            await LaunchAsync(root, users, postgres, rabbit, ports[0]);
            await File.WriteAllTextAsync(ready, string.Join(' ', ports));
        }

        return (postgres, rabbit);
    }

    static async Task LaunchAsync(string root, string users, PostgresServer postgres, RabbitMqServer rabbit, int postgresPort)
    {
        await ServerInstaller.EnsureAsync(ServerInstaller.Servers);
        var servers = Directory.CreateDirectory(Path.Combine(root, "servers")).FullName;
        await Task.WhenAll(postgres.InitializeAsync(), rabbit.InitializeAsync());
        // Fast rather than durable; and many connections, for each host under test has a pool and test processes run in parallel.
        ServerCommand[] commands =
        [
            postgres.Command("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=1000"),
            rabbit.NameServiceCommand(), rabbit.Command(),
        ];
        var started = commands.Select((command, i) => (ServerWatcher.Start(command, Path.Combine(servers, $"{i}.log")), command)).ToList();
        ServerWatcher.StopWhenUnused(root, users, started);
        await Eventually.HoldsAsync(() => Ports.AnswersAsync(postgresPort), TimeSpan.FromMinutes(3));
        await Eventually.HoldsAsync(() => rabbit.IsReadyAsync(Http), TimeSpan.FromMinutes(3));
    }

    /// <summary>One directory for each checkout, readable by the user that the database runs as.</summary>
    static string Root()
    {
        var checkout = AppContext.BaseDirectory.Split("/tests/")[0];
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(checkout)))[..12];
        return Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "helpdesk-tests-" + mark)).FullName;
    }
}
