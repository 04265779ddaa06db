using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>One process that is kept running: started again, after a growing pause, when it dies.</summary>
sealed class Part(PartPlan plan, Installation installation, Spawner spawner, Ledger ledger) : IDisposable
{
    /// <summary>So many ends in a row are no passing trouble.</summary>
    const int Hopeless = 5;

    readonly TaskCompletionSource _firstHealthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _stopping = new();
    Task _watch = Task.CompletedTask;

    /// <summary>Starts it and returns once it is healthy for the first time.</summary>
    /// <exception cref="PartFailedException">It did not become healthy, however often it was started.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _watch = WatchAsync();
        try
        {
            await _firstHealthy.Task.WaitAsync(installation.HealthLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new PartFailedException($"{plan.Name} did not become healthy within {installation.HealthLimit.TotalSeconds:0} seconds; its log lines above say why.");
        }
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        ledger.Set(plan, "stopped");
    }

    public void Dispose() => _stopping.Dispose();

    async Task WatchAsync()
    {
        for (var failures = 0; !_stopping.IsCancellationRequested;)
        {
            var lived = Stopwatch.StartNew();
            string reason;
            try
            {
                reason = await RunAsync(lived);
            }
            catch (Exception exception)
            {
                // Whatever it is: at the start it ends the start; later it may pass, as when the project is being built.
                if (_firstHealthy.TrySetException(exception))
                    return;
                reason = exception.Message;
            }

            if (_stopping.IsCancellationRequested)
                return;
            failures = lived.Elapsed > TimeSpan.FromMinutes(1) ? 1 : failures + 1;
            if (failures == Hopeless && _firstHealthy.TrySetException(new PartFailedException($"{plan.Name} {reason}, as it did {Hopeless - 1} times before; its log lines above say why.")))
                return;
            await PauseAsync(failures, reason);
        }
    }

    /// <summary>Runs it once, to its end or until it is to stop; why it ended.</summary>
    async Task<string> RunAsync(Stopwatch lived)
    {
        var command = plan.Command();
        using var child = await spawner.StartAsync(command, plan.WorkingDirectory, text => Screen.Say(plan.Name, text));
        ledger.Set(plan, "starting", child.Id, command.StopSignal);
        await BecomeHealthyAsync(child, command, lived);
        await child.Exited.WaitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!child.Exited.IsCompleted)
            await child.EndAsync(command.StopSignal, installation.StopLimit, plan.Name);
        return $"ended with code {child.ExitCode.ToString(CultureInfo.InvariantCulture)}";
    }

    async Task BecomeHealthyAsync(Child child, ServerCommand command, Stopwatch lived)
    {
        while (!child.Exited.IsCompleted && !_stopping.IsCancellationRequested)
        {
            if (await IsHealthyAsync())
            {
                ledger.Set(plan, "running", child.Id, command.StopSignal);
                Screen.Say(plan.Name, string.Create(CultureInfo.InvariantCulture, $"running after {lived.Elapsed.TotalSeconds:0.0} s"));
                _firstHealthy.TrySetResult();
                return;
            }

            await Task.WhenAny(child.Exited, Task.Delay(100));
        }
    }

    async Task<bool> IsHealthyAsync()
    {
        try
        {
            return await plan.IsHealthy(_stopping.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or DbException or SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    async Task PauseAsync(int failures, string reason)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, failures - 1)));
        var state = failures >= Hopeless ? "failing" : "restarting";
        ledger.Set(plan, state);
        Screen.Say(plan.Name, $"{reason}; {state} in {pause.TotalSeconds:0} s");
        await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
