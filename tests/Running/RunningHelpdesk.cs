using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.Running;

/// <summary>A whole Helpdesk: the AppHost as a process of its own, on fresh data and free ports.</summary>
public sealed partial class RunningHelpdesk : IAsyncDisposable
{
    readonly Process? _process;
    readonly string _data;
    readonly ConcurrentQueue<string> _lines = new();
    readonly ConcurrentQueue<string> _complaints = new();
    readonly TaskCompletionSource<string> _setupCode = new(TaskCreationOptions.RunContinuationsAsynchronously);

    RunningHelpdesk(string data, int port) => (_data, Gateway) = (data, new Uri($"http://127.0.0.1:{port}"));

    RunningHelpdesk(string data, int port, string[] settings)
        : this(data, port)
    {
        string[] arguments =
        [
            Path.Combine(Repository, Metadata("AppHost")), "--yes", $"--Helpdesk:Data={data}", $"--Gateway:Port={port}",
            "--Helpdesk:HealthLimit=00:04:00", "--Helpdesk:Dashboard=false", "--Helpdesk:Servers=Processes", .. settings,
        ];
        _process = new Process { StartInfo = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true,
            RedirectStandardError = true, RedirectStandardInput = true } };
        _process.OutputDataReceived += (_, e) => OnLine(e.Data);
        _process.ErrorDataReceived += (_, e) => OnLine(e.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _setupCode.TrySetException(
            new InvalidOperationException("The AppHost ended before it was ready.\n" + Log));
    }

    public static string Repository => Metadata("Repository");

    public Uri Gateway { get; }

    public string SetupCode => _process is null
        ? throw new InvalidOperationException("It was started by hand: make its administrator by hand too.") : _setupCode.Task.Result;

    /// <summary>The AppHost's own process.</summary>
    public int ProcessId => _process is null ? throw new InvalidOperationException("It was started by hand.") : _process.Id;

    public Uri Mailbox => new(Resources.Single(x => x.Name == "mailbox").Address);

    /// <summary>The resources as the AppHost lists them now.</summary>
    public IReadOnlyList<RunningResource> Resources =>
        File.Exists(ListPath) ? JsonSerializer.Deserialize<List<RunningResource>>(File.ReadAllText(ListPath))! : [];

    /// <summary>The last lines of the AppHost and its resources.</summary>
    public string Log => string.Join('\n', _lines.TakeLast(150));

    /// <summary>All lines with warnings and errors.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    string ListPath => Path.Combine(_data, "resources.json");

    public static async Task<RunningHelpdesk> StartAsync(TimeSpan within, params string[] settings)
    {
        const int mostTries = 5;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StartOnceAsync(within, settings);
            }
            catch (InvalidOperationException exception) when (tries < mostTries
                && exception.Message.Contains("is taken by another program", StringComparison.Ordinal))
            {
                // Another test may have taken the port in the meantime.
            }
        }
    }

    static async Task<RunningHelpdesk> StartOnceAsync(TimeSpan within, string[] settings)
    {
        // As root, PostgreSQL runs as another user, who needs access to the folder.
        var data = Directory.CreateTempSubdirectory("helpdesk-system-").FullName;
        File.SetUnixFileMode(data,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var helpdesk = new RunningHelpdesk(data, Ports.Free(), settings);
        helpdesk._process!.Start();
        helpdesk._process.BeginOutputReadLine();
        helpdesk._process.BeginErrorReadLine();
        try
        {
            await helpdesk._setupCode.Task.WaitAsync(within);
            return helpdesk;
        }
        catch (TimeoutException)
        {
            await helpdesk.DisposeAsync();
            throw new TimeoutException($"The AppHost was not ready within {within.TotalSeconds:0} s.\n{helpdesk.Log}");
        }
        catch
        {
            await helpdesk.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// One that was started by hand on this folder and keeps running when the tests end, for faster test runs.
    /// </summary>
    public static RunningHelpdesk At(string data) =>
        new(data, new Uri(new RunningHelpdesk(data, 0).Resources.Single(x => x.Name == "gateway").Address).Port);

    /// <summary>Kills one process of this installation as a crash would: no warning, no clean-up.</summary>
    public static void Kill(RunningResource resource)
    {
        using var process = Process.GetProcessById(resource.ProcessId);
        process.Kill();
    }

    /// <summary>Pauses or resumes one process.</summary>
    public static void Hold(RunningResource resource, bool still)
    {
        using var kill = Process.Start("kill", [still ? "-STOP" : "-CONT", $"{resource.ProcessId}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
        {
            using (Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            {
            }

            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    void OnLine(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > 2000)
            _lines.TryDequeue(out _);
        if (Complaint().IsMatch(line))
            _complaints.Enqueue(line);
        if (Code().Match(line) is { Success: true } found)
            _setupCode.TrySetResult(found.Groups[1].Value);
    }

    static string Metadata(string key) => typeof(RunningHelpdesk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(x => x.Key == key).Value!;

    [GeneratedRegex("setup code: ([A-Z0-9-]+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(warn|fail|crit):|\[(warning|error|critical)\]|\b(WARNING|ERROR|FATAL|PANIC): |Unhandled exception")]
    private static partial Regex Complaint();
}

/// <summary>A resource as the AppHost lists it.</summary>
public sealed record RunningResource(string Name, string Address, string State, int ProcessId);
