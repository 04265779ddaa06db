using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Fails the start when a step that runs to completion fails, with the step's output.</summary>
sealed class CompletionWatcher(
    ResourceTable resources, ResourceNotificationService notifications, ResourceLoggerService logs, Shutdown shutdown)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => shutdown.UntilAskedAsync(WatchAsync);

    async Task WatchAsync(CancellationToken stop)
    {
        var ended = new HashSet<string>();
        await foreach (var change in notifications.WatchAsync(stop))
        {
            var (step, snapshot) = (change.Resource, change.Snapshot);
            if (!KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text) || !resources.IsStep(step) || !ended.Add(step.Name))
                continue;
            if (snapshot.ExitCode == 0)
                ConsoleOutput.WriteLine(step.Name, "done");
            else
                shutdown.Fail($"{step.Name} ended with code {snapshot.ExitCode}: {await OutputAsync(step)}");
        }
    }

    async Task<string> OutputAsync(IResource step)
    {
        var output = new List<string>();
        await foreach (var lines in logs.GetAllAsync(step))
            output.AddRange(lines.Select(ConsoleLogs.TextOf).OfType<string>());
        return string.Join('\n', output);
    }
}
