using System.Diagnostics;
using System.Globalization;
using Helpdesk.AppHost.Local.Servers;

namespace Helpdesk.Fixtures;

/// <summary>A broker that one test may stop and start as it likes. It ends with the test, or with the test's process.</summary>
public sealed class OwnBroker : IAsyncDisposable
{
    static readonly HttpClient Http = new();
    readonly string _directory;
    readonly RabbitMqServer _server;
    readonly FileStream _user;
    readonly int _names;
    int _process;

    OwnBroker(string directory, FileStream user)
    {
        _directory = directory;
        _user = user;
        _server = new RabbitMqServer(Path.Combine(directory, "servers"), Ports.Free(), Ports.Free(), Ports.Free(), Ports.Free());
        _names = ServerWatcher.Start(_server.NameServiceCommand(), Path.Combine(directory, "names.log"));
    }

    /// <summary>Its address; the same after a restart.</summary>
    public string Address => _server.ConnectionString();

    /// <summary>A broker that takes connections.</summary>
    public static async Task<OwnBroker> CreateAsync()
    {
        await ServerInstaller.EnsureAsync(ServerInstaller.Servers);
        var directory = Directory.CreateTempSubdirectory("helpdesk-broker-").FullName;
        var broker = new OwnBroker(directory, await FileLock.SharedAsync(await UsersAsync(directory)));
        await broker._server.InitializeAsync();
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts it and returns once it takes connections.</summary>
    public async Task StartAsync()
    {
        _process = ServerWatcher.Start(_server.Command(), Path.Combine(_directory, "broker.log"));
        ServerWatcher.StopWhenUnused(_directory, _user.Name, [(_process, _server.Command()), (_names, _server.NameServiceCommand())]);
        await Eventually.HoldsAsync(() => _server.IsReadyAsync(Http), TimeSpan.FromSeconds(90));
    }

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        await SignalAsync(-_process);
        await Eventually.HoldsAsync(async () => !await _server.IsReadyAsync(Http));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await SignalAsync(-_process);
        await SignalAsync(_names);
        await _user.DisposeAsync();
    }

    static async Task<string> UsersAsync(string directory)
    {
        var users = Path.Combine(directory, "users");
        await File.WriteAllTextAsync(users, "");
        return users;
    }

    static async Task SignalAsync(int process)
    {
        using var kill = Process.Start("kill", ["-KILL", "--", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
