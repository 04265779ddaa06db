using System.Collections.Concurrent;
using System.Diagnostics;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>
/// Starts every child from one thread that lives as long as the process. The kernel sends a child its death signal when the
/// thread that started it ends: so children go with us even when we are killed ourselves, and not before.
/// </summary>
sealed class Spawner : IDisposable
{
    readonly BlockingCollection<Action> _work = [];

    public Spawner()
    {
        var thread = new Thread(() =>
        {
            foreach (var start in _work.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "spawner" };
        thread.Start();
    }

    /// <summary>Starts a program in a session of its own: a Ctrl+C on the terminal reaches us alone, and we stop the others in order.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="workingDirectory">Where.</param>
    /// <param name="line">Gets each line of its output.</param>
    public Task<Child> StartAsync(ServerCommand command, string workingDirectory, Action<string> line)
    {
        var started = new TaskCompletionSource<Child>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                started.SetResult(Start(command, workingDirectory, line));
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        });
        return started.Task;
    }

    public void Dispose() => _work.CompleteAdding();

    static Child Start(ServerCommand command, string workingDirectory, Action<string> line)
    {
        var start = new ProcessStartInfo("setsid", command.Line("--pdeathsig", command.DeathSignal))
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        return new Child(new Process { StartInfo = start }, line);
    }
}
