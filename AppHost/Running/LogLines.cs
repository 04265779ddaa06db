using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Shows what each part says, with its name in front.</summary>
sealed partial class LogLines(PartTable parts, ResourceLoggerService logs, Shutdown shutdown) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(parts.All.Select(x => ShowAsync(x, stoppingToken)));

    async Task ShowAsync(Part part, CancellationToken stoppingToken)
    {
        await foreach (var lines in logs.WatchAsync(part.Resource).WithCancellation(stoppingToken))
        {
            foreach (var text in lines.Select(TextOf).OfType<string>().Where(x => !IsOfTheStop(x)))
                Screen.Say(part.Name, text);
        }
    }

    /// <summary>What was not started yet when the stop was asked for, is not.</summary>
    bool IsOfTheStop(string text) =>
        shutdown.Asked.IsCancellationRequested && text.StartsWith("Failed to create resource", StringComparison.Ordinal);

    /// <summary>What the part itself said; null for a word of the orchestrator.</summary>
    public static string? TextOf(LogLine line)
    {
        var text = Timestamp().Replace(line.Content, "");
        return Orchestrators().IsMatch(text) ? null : text;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.]+Z ")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^(\[sys\]|Waiting for resource|Finished waiting for|(Executing|Successfully executed) command|No custom cert) ?")]
    private static partial Regex Orchestrators();
}
