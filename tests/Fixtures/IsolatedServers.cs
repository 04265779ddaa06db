using System.Diagnostics;
using System.Globalization;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.Fixtures;

/// <summary>A directory for the servers of a single test. They end with the test, or with the test's process, however that ends.</summary>
sealed class IsolatedServers(string directory, FileStream user) : IAsyncDisposable
{
    readonly List<int> _started = [];

    public string Directory { get; } = Path.Combine(directory, "servers");

    public static async Task<IsolatedServers> CreateAsync()
    {
        await ServerInstaller.EnsureAsync(ServerInstaller.Servers);
        var directory = System.IO.Directory.CreateTempSubdirectory("helpdesk-own-").FullName;
        // The server may run as another user.
        File.SetUnixFileMode(directory, File.GetUnixFileMode(directory) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        System.IO.Directory.CreateDirectory(Path.Combine(directory, "servers"));
        return new IsolatedServers(directory, await FileLock.SharedAsync(Path.Combine(directory, "users")));
    }

    public int Start(ServerCommand command)
    {
        var process = ServerWatcher.Start(command, Path.Combine(directory, "servers.log"));
        ServerWatcher.StopWhenUnused(directory, user.Name, [(process, command)]);
        _started.Add(process);
        return process;
    }

    public static async Task SignalAsync(string signal, int process)
    {
        string[] arguments = ["-" + signal, "--", process.ToString(CultureInfo.InvariantCulture)];
        using var kill = Process.Start(new ProcessStartInfo("kill", arguments) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started)
            await SignalAsync("KILL", -process);
        await user.DisposeAsync();
        System.IO.Directory.Delete(directory, recursive: true);
    }
}
