using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>What ended the start, in the sentence for the person at the terminal.</summary>
sealed class StartOutcome(IHostApplicationLifetime lifetime)
{
    /// <summary>Null while nothing went wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>Stops everything. What comes after the first fault follows from it.</summary>
    public void Fail(string sentence)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return;
        Fault ??= sentence;
        lifetime.StopApplication();
    }
}
