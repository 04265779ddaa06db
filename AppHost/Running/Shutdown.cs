using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>
/// Receives stop requests in place of the host's own lifetime, which would cancel a start in progress and leave the orchestrator half
/// initialised, before anything could be stopped in order.
/// </summary>
sealed class Shutdown(IHostApplicationLifetime lifetime) : IHostLifetime, IDisposable
{
    readonly CancellationTokenSource _asked = new();
    readonly List<IDisposable> _registrations = [];

    /// <summary>Cancelled when everything is to stop.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>Why the start failed, as a sentence for the terminal; null after a regular stop.</summary>
    public string? Fault { get; private set; }

    /// <summary>Stops everything. Only the first fault counts: later ones follow from it.</summary>
    public void Fail(string sentence)
    {
        if (_asked.IsCancellationRequested)
            return;
        Fault = sentence;
        _asked.Cancel();
    }

    /// <summary>Runs until everything is to stop.</summary>
    public async Task UntilAskedAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Asked);
        }
        catch (OperationCanceledException) when (_asked.IsCancellationRequested)
        {
            // A regular stop.
        }
        catch (Exception exception)
        {
            Fail(exception.ToString());
        }
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations.AddRange(signals.Select(x => PosixSignalRegistration.Create(x, OnSignal)));
        _registrations.Add(lifetime.ApplicationStopping.Register(_asked.Cancel));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _registrations.ForEach(x => x.Dispose());
        _asked.Dispose();
    }

    void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _asked.Cancel();
    }
}
