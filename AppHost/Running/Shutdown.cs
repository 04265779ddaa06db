using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>
/// Hears who wants everything to stop, in place of the host's own lifetime: that would cancel a start that is under way, and leave the
/// orchestrator half made, before anything could be stopped in order.
/// </summary>
sealed class Shutdown(IHostApplicationLifetime lifetime) : IHostLifetime, IDisposable
{
    readonly CancellationTokenSource _asked = new();
    readonly List<IDisposable> _registrations = [];

    /// <summary>Nothing is started any more.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>What ended the start, in the sentence for the person at the terminal; null when somebody asked.</summary>
    public string? Fault { get; private set; }

    /// <summary>Stops everything. What comes after the first fault follows from it.</summary>
    public void Fail(string sentence)
    {
        if (_asked.IsCancellationRequested)
            return;
        Fault = sentence;
        _asked.Cancel();
    }

    /// <summary>Works until everything is to stop.</summary>
    public async Task UntilAskedAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Asked);
        }
        catch (OperationCanceledException) when (_asked.IsCancellationRequested)
        {
            // The usual end.
        }
        catch (Exception exception)
        {
            Fail(exception.ToString());
        }
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations.AddRange(signals.Select(x => PosixSignalRegistration.Create(x, Hear)));
        _registrations.Add(lifetime.ApplicationStopping.Register(_asked.Cancel));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _registrations.ForEach(x => x.Dispose());
        _asked.Dispose();
    }

    void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _asked.Cancel();
    }
}
