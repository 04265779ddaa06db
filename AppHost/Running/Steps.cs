using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>A step that ends badly ends the start, with what it said; what it says else concerns nobody.</summary>
sealed class Steps(PartTable parts, ResourceNotificationService notifications, ResourceLoggerService logs, StartOutcome outcome, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ended = new HashSet<string>();
        await foreach (var change in notifications.WatchAsync(lifetime.ApplicationStopping))
        {
            var snapshot = change.Snapshot;
            if (!KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text) || !parts.IsStep(change.Resource) || !ended.Add(change.Resource.Name))
                continue;
            if (snapshot.ExitCode == 0)
                Screen.Say(change.Resource.Name, "done");
            else
                outcome.Fail($"{change.Resource.Name} ended with code {snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture)}: {await SaidAsync(change.Resource)}");
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
