using System.Diagnostics;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>A process that we started, in a session of its own.</summary>
sealed class Child : IDisposable
{
    readonly Process _process;
    readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="process">Not started yet.</param>
    /// <param name="line">Gets each line of its output.</param>
    public Child(Process process, Action<string> line)
    {
        _process = process;
        process.EnableRaisingEvents = true;
        process.Exited += async (_, _) => await LastWordsAsync();
        process.OutputDataReceived += (_, e) => Pass(e.Data);
        process.ErrorDataReceived += (_, e) => Pass(e.Data);
        process.Start();
        Id = process.Id;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Pass(string? text)
        {
            if (text is not null)
                line(text);
        }
    }

    public int Id { get; }

    /// <summary>Ends with it.</summary>
    public Task Exited => _exited.Task;

    /// <summary>Known once it has ended.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Asks it to stop, and kills it and what it started when it does not within the limit.</summary>
    public async Task EndAsync(string signal, TimeSpan limit, string name)
    {
        Signals.Send(Id, signal);
        await Exited.WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Exited.IsCompleted)
            return;
        Screen.Say(name, $"did not stop within {limit.TotalSeconds:0} seconds; killing it");
        Signals.SendToGroup(Id, "KILL");
        await Exited;
    }

    public void Dispose() => _process.Dispose();

    /// <summary>Its output may end later than itself; what it started may hold the pipe open for ever.</summary>
    async Task LastWordsAsync()
    {
        ExitCode = _process.ExitCode;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _exited.TrySetResult();
    }
}
