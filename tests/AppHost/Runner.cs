using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Helpdesk.Fixtures;

// Each starts an orchestrator and servers. With more at once a broker does not become healthy within its time.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Helpdesk.AppHost.Tests;

/// <summary>The AppHost as a process of its own, on the sample model.</summary>
sealed class Runner : IAsyncDisposable
{
    // What a machine needs that has much else to do. Who waits longer passes no sooner.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    static readonly HttpClient Http = new() { Timeout = Patience };

    static readonly string SampleHost =
        typeof(Runner).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "SampleHost").Value!;

    readonly Process _process;
    readonly List<string> _lines = [];

    Runner(DataDirectory data, IReadOnlyDictionary<string, string>? environment, string[] arguments)
    {
        Data = data;
        // Into one pipe: out of two, lines come in another order than they were written.
        _process = new Process { StartInfo = StartInfo(["sh", "-c", "exec \"$@\" 2>&1", "sh", .. Command(data), .. arguments],
            environment) };
        // Inherited by whatever it starts, and so the mark of its processes.
        _process.StartInfo.Environment["INSTALLATION"] = data.Path;
        _process.OutputDataReceived += (_, e) => Hear(e.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
    }

    public DataDirectory Data { get; }

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>The parts as the AppHost lists them at this moment.</summary>
    public IReadOnlyList<RunningResource> Resources =>
        File.Exists(Data.ResourcesFile) ? JsonSerializer.Deserialize<List<RunningResource>>(File.ReadAllText(Data.ResourcesFile))! : [];

    /// <summary>
    /// The command line that starts it. It hears every signal, also those that whoever started the tests ignores, as nohup and a script's
    /// <c>&amp;</c> do.
    /// </summary>
    public static IReadOnlyList<string> Command(DataDirectory data) =>
    [
        "env", "--default-signal=INT,HUP", "dotnet", SampleHost, "--yes", $"--Helpdesk:Data={data.Path}",
        "--Helpdesk:Dashboard=false", "--Helpdesk:UsualPort=0",
    ];

    public static Runner Start(DataDirectory data, params string[] arguments) => new(data, null, arguments);

    public static Runner Start(DataDirectory data, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        new(data, environment, arguments);

    /// <summary>Returns once the table has been printed.</summary>
    public static async Task<Runner> ReadyAsync(DataDirectory data, params string[] arguments)
    {
        var runner = Start(data, arguments);
        await runner.SaysAsync("\nname ");
        return runner;
    }

    public RunningResource Resource(string name) => Resources.Single(x => x.Name == name);

    /// <summary>Returns once this has been printed; fails at once when the runner ends without it.</summary>
    public async Task SaysAsync(string text)
    {
        var deadline = Task.Delay(Patience);
        await Eventually.HoldsAsync(() => Output.Contains(text, StringComparison.Ordinal) || _process.HasExited || deadline.IsCompleted,
            2 * Patience);
        if (_process.HasExited)
            await EndsAsync();
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"Not said: {text}\n--- what was said ---\n{Output}");
    }

    public static async Task<string> GetAsync(RunningResource resource, string path) =>
        await Http.GetStringAsync(new Uri(resource.Address + path));

    /// <summary>Null when it refuses.</summary>
    public static async Task<string?> TryGetAsync(RunningResource resource, string path)
    {
        using var answer = await Http.GetAsync(new Uri(resource.Address + path));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
    }

    public static async Task PostAsync(RunningResource resource, string path) =>
        (await Http.PostAsync(new Uri(resource.Address + path), null)).EnsureSuccessStatusCode();

    public void Signal(string signal) => Kernel.Signal(Id, signal);

    /// <summary>The exit code.</summary>
    public async Task<int> EndsAsync(TimeSpan? within = null)
    {
        await _process.WaitForExitAsync().WaitAsync(within ?? Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal("TERM");
            await _process.WaitForExitAsync().WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    static ProcessStartInfo StartInfo(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return start;
    }

    void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
    }
}

/// <summary>A part as the AppHost lists it.</summary>
sealed record RunningResource(string Name, string Address, string State, int ProcessId);
