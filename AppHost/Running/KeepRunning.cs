using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Starts again what ended by itself, after a pause that grows: the orchestrator leaves it lying.</summary>
sealed class KeepRunning(PartTable parts, PartsFile file, ResourceNotificationService notifications, ResourceCommandService commands,
    Shutdown shutdown, TimeProvider clock) : BackgroundService
{
    /// <summary>So many ends in a row are no passing trouble.</summary>
    const int Hopeless = 5;

    static readonly TimeSpan LongLife = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => shutdown.UntilAskedAsync(WatchAsync);

    async Task WatchAsync(CancellationToken stop)
    {
        await foreach (var change in notifications.WatchAsync(stop))
        {
            if (parts.Find(change.Resource) is { } part)
                Observe(part, change);
        }
    }

    void Observe(Part part, ResourceEvent change)
    {
        var (snapshot, state) = (change.Snapshot, change.Snapshot.State?.Text);
        if (state == KnownResourceStates.Starting || state == KnownResourceStates.Running)
            part.Rise();
        if (state == KnownResourceStates.Running && Life(snapshot) is var life && life != part.Life)
            part.Begin(life, clock.GetUtcNow());
        if (state == KnownResourceStates.Running && snapshot.HealthStatus == HealthStatus.Healthy && part.State == "starting")
            Greet(part);
        // One end is told several times.
        if (KnownResourceStates.TerminalStates.Contains(state) && !part.IsDown)
            Restart(part, change);
        file.Write();
    }

    void Greet(Part part)
    {
        part.BecomeHealthy();
        var took = (clock.GetUtcNow() - part.StartedAt).TotalSeconds;
        Screen.Say(part.Name, string.Create(CultureInfo.InvariantCulture, $"running after {took:0.0} s"));
        // It waited for its first start alone: else a service that died would not come back while the broker is away.
        foreach (var wait in part.Resource.Annotations.OfType<WaitAnnotation>().ToList())
            part.Resource.Annotations.Remove(wait);
    }

    void Restart(Part part, ResourceEvent change)
    {
        var reason = Reason(change.Snapshot.ExitCode);
        part.Failures = part.Life.Length > 0 && clock.GetUtcNow() - part.StartedAt > LongLife ? 1 : part.Failures + 1;
        if (part.Failures == Hopeless && !part.FirstHealthy.IsCompleted)
            shutdown.Fail($"{part.Name} {reason}, as it did {Hopeless - 1} times before; its log lines above say why.");
        part.End(part.Failures >= Hopeless ? "failing" : "restarting");
        // Who reads of it on the screen may look into the file at once.
        file.Write();
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, part.Failures - 1)));
        Screen.Say(part.Name, string.Create(CultureInfo.InvariantCulture, $"{reason}; {part.State} in {pause.TotalSeconds:0} s"));
        _ = shutdown.UntilAskedAsync(stop => StartAfterAsync(part, pause, change.ResourceId, stop));
    }

    async Task StartAfterAsync(Part part, TimeSpan pause, string resourceId, CancellationToken stop)
    {
        await Task.Delay(pause, clock, stop);
        var result = await commands.ExecuteCommandAsync(resourceId, KnownResourceCommands.StartCommand, stop);
        if (!result.Success)
            Screen.Say(part.Name, $"could not be started: {result.Message}");
    }

    static string Reason(int? exitCode) => exitCode switch
    {
        null => "could not start",
        // All that the orchestrator tells of an end by a signal.
        -1 => "was killed",
        _ => string.Create(CultureInfo.InvariantCulture, $"ended with code {exitCode}"),
    };

    static string Life(CustomResourceSnapshot snapshot)
    {
        var id = snapshot.Properties.FirstOrDefault(x => x.Name is "executable.pid" or "container.id")?.Value;
        return Convert.ToString(id, CultureInfo.InvariantCulture) ?? "";
    }
}
