using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>A step that ends badly ends the start, with what it said; what it says else concerns nobody.</summary>
sealed class Steps(PartTable parts, ResourceNotificationService notifications, ResourceLoggerService logs, Shutdown shutdown)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => shutdown.UntilAskedAsync(WatchAsync);

    async Task WatchAsync(CancellationToken stop)
    {
        var ended = new HashSet<string>();
        await foreach (var change in notifications.WatchAsync(stop))
        {
            var (step, snapshot) = (change.Resource, change.Snapshot);
            if (!KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text) || !parts.IsStep(step) || !ended.Add(step.Name))
                continue;
            if (snapshot.ExitCode == 0)
                Screen.Say(step.Name, "done");
            else
                shutdown.Fail($"{step.Name} ended with code {snapshot.ExitCode}: {await SaidAsync(step)}");
        }
    }

    async Task<string> SaidAsync(IResource step)
    {
        var said = new List<string>();
        await foreach (var lines in logs.GetAllAsync(step))
            said.AddRange(lines.Select(LogLines.TextOf).OfType<string>());
        return string.Join('\n', said);
    }
}
