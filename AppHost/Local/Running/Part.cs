using System.Diagnostics;
using Helpdesk.AppHost.Local.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>One process that is kept running: started again, after a growing pause, when it dies.</summary>
sealed class Part(string name, string address, Func<ServerCommand> command, string workingDirectory, Func<CancellationToken, Task<bool>> isHealthy,
    Spawner spawner, Ledger ledger) : IDisposable
{
    static readonly TimeSpan HealthLimit = TimeSpan.FromSeconds(90);
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    readonly TaskCompletionSource _firstHealthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _stopping = new();
    Process? _process;
    Task _watch = Task.CompletedTask;

    public string Name => name;

    /// <summary>Starts it and returns once it is healthy for the first time.</summary>
    /// <exception cref="PartFailedException">It did not become healthy, however often it was started.</exception>
    public async Task StartAsync()
    {
        _watch = WatchAsync();
        var limit = Task.Delay(HealthLimit, _stopping.Token);
        if (await Task.WhenAny(_firstHealthy.Task, limit) == limit)
            throw new PartFailedException($"{name} did not become healthy within {HealthLimit.TotalSeconds:0} seconds; its log lines above say why.");
        await _firstHealthy.Task;
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (_process is { HasExited: false } process)
        {
            Signals.Send(process.Id, command().StopSignal);
            using var limit = new CancellationTokenSource(StopLimit);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
            {
                Screen.Say(name, $"did not stop within {StopLimit.TotalSeconds:0} seconds; killing it");
                Signals.Send(process.Id, "KILL");
            }
        }

        await _watch;
        ledger.Set(name, address, "stopped", 0);
    }

    public void Dispose() => _stopping.Dispose();

    async Task WatchAsync()
    {
        for (var failures = 0; !_stopping.IsCancellationRequested;)
        {
            var lived = Stopwatch.StartNew();
            _process = await spawner.StartAsync(command(), workingDirectory, text => Screen.Say(name, text));
            ledger.Set(name, address, "starting", _process.Id);
            var exit = _process.WaitForExitAsync();
            await BecomeHealthyAsync(exit);
            await exit;
            if (_stopping.IsCancellationRequested)
                return;

            failures = lived.Elapsed > TimeSpan.FromMinutes(1) ? 1 : failures + 1;
            var pause = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, failures - 1)));
            var state = failures > 5 ? "failing" : "restarting";
            ledger.Set(name, address, state, 0);
            Screen.Say(name, $"ended with code {_process.ExitCode}; {state} in {pause.TotalSeconds:0} s");
            await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task BecomeHealthyAsync(Task exit)
    {
        while (!exit.IsCompleted && !_stopping.IsCancellationRequested)
        {
            if (await isHealthy(_stopping.Token))
            {
                ledger.Set(name, address, "running", _process!.Id);
                _firstHealthy.TrySetResult();
                return;
            }

            await Task.WhenAny(exit, Task.Delay(100));
        }
    }
}
