using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Restarts resources that end by themselves, after growing pauses; the orchestrator does not.</summary>
sealed class ResourceRestarter(
    ResourceTable resources, ResourcesFile file, ResourceNotificationService notifications, ResourceCommandService commands,
    Shutdown shutdown, TimeProvider clock) : BackgroundService
{
    /// <summary>So many failures in a row are permanent.</summary>
    const int MaxFailures = 5;

    static readonly TimeSpan StableAfter = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => shutdown.UntilAskedAsync(WatchAsync);

    async Task WatchAsync(CancellationToken stop)
    {
        await foreach (var change in notifications.WatchAsync(stop))
        {
            if (resources.Find(change.Resource) is { } managed)
                Observe(managed, change);
        }
    }

    void Observe(ManagedResource managed, ResourceEvent change)
    {
        var (snapshot, state) = (change.Snapshot, change.Snapshot.State?.Text);
        if (state == KnownResourceStates.Starting || state == KnownResourceStates.Running)
            managed.MarkStarting();
        if (state == KnownResourceStates.Running && InstanceId(snapshot) is var instance && instance != managed.InstanceId)
            managed.MarkStarted(instance, clock.GetUtcNow());
        if (state == KnownResourceStates.Running && snapshot.HealthStatus == HealthStatus.Healthy && managed.State == "starting")
            ReportRunning(managed);
        // One end may be reported several times.
        if (KnownResourceStates.TerminalStates.Contains(state) && !managed.IsDown)
            Restart(managed, change);
        file.Write();
    }

    void ReportRunning(ManagedResource managed)
    {
        managed.MarkHealthy();
        var took = (clock.GetUtcNow() - managed.StartedAt).TotalSeconds;
        ConsoleOutput.WriteLine(managed.Name, string.Create(CultureInfo.InvariantCulture, $"running after {took:0.0} s"));
        // It waits at its first start only: otherwise a crashed service would not come back while the broker is down.
        foreach (var wait in managed.Resource.Annotations.OfType<WaitAnnotation>().ToList())
            managed.Resource.Annotations.Remove(wait);
    }

    void Restart(ManagedResource managed, ResourceEvent change)
    {
        var reason = Reason(change.Snapshot.ExitCode);
        managed.Failures = managed.InstanceId.Length > 0 && clock.GetUtcNow() - managed.StartedAt > StableAfter ? 1 : managed.Failures + 1;
        if (managed.Failures == MaxFailures && !managed.FirstHealthy.IsCompleted)
            shutdown.Fail($"{managed.Name} {reason}, as it did {MaxFailures - 1} times before; its log lines above say why.");
        managed.MarkEnded(managed.Failures >= MaxFailures ? "failing" : "restarting");
        // Whoever reads the console line may look into the file at once.
        file.Write();
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, managed.Failures - 1)));
        var message = string.Create(CultureInfo.InvariantCulture, $"{reason}; {managed.State} in {pause.TotalSeconds:0} s");
        ConsoleOutput.WriteLine(managed.Name, message);
        _ = shutdown.UntilAskedAsync(stop => StartAfterAsync(managed, pause, change.ResourceId, stop));
    }

    async Task StartAfterAsync(ManagedResource managed, TimeSpan pause, string resourceId, CancellationToken stop)
    {
        await Task.Delay(pause, clock, stop);
        var result = await commands.ExecuteCommandAsync(resourceId, KnownResourceCommands.StartCommand, stop);
        if (!result.Success)
            ConsoleOutput.WriteLine(managed.Name, $"could not be started: {result.Message}");
    }

    static string Reason(int? exitCode) => exitCode switch
    {
        null => "could not start",
        // The orchestrator reports any end by a signal like this.
        -1 => "was killed",
        _ => string.Create(CultureInfo.InvariantCulture, $"ended with code {exitCode}"),
    };

    static string InstanceId(CustomResourceSnapshot snapshot)
    {
        var id = snapshot.Properties.FirstOrDefault(x => x.Name is "executable.pid" or "container.id")?.Value;
        return Convert.ToString(id, CultureInfo.InvariantCulture) ?? "";
    }
}
