using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Writes the resources' log lines to the console, with their names in front.</summary>
sealed partial class ConsoleLogs(ResourceTable resources, ResourceLoggerService logs, Shutdown shutdown) : BackgroundService
{
    const string NotCreated = "Failed to create resource";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(resources.All.Select(x => ShowAsync(x, stoppingToken)));

    async Task ShowAsync(ManagedResource resource, CancellationToken stoppingToken)
    {
        await foreach (var lines in logs.WatchAsync(resource.Resource).WithCancellation(stoppingToken))
        {
            foreach (var text in lines.Where(x => !IsOfShutdown(x)).Select(TextOf).OfType<string>())
                ConsoleOutput.WriteLine(resource.Name, text);
        }
    }

    /// <summary>Whether the line is about a resource that was not started because of the shutdown.</summary>
    bool IsOfShutdown(LogLine line) =>
        shutdown.Asked.IsCancellationRequested && line.Content.Contains(NotCreated, StringComparison.Ordinal);

    /// <summary>What the resource itself wrote; null for lines of the orchestrator.</summary>
    public static string? TextOf(LogLine line)
    {
        var text = Timestamp().Replace(line.Content, "");
        // The first line of an exception is the message, the others are the stack trace.
        if (text.Split('\n') is [var failure, var reason, ..] && failure.StartsWith(NotCreated, StringComparison.Ordinal))
            return reason;
        return Orchestrators().IsMatch(text) ? null : text;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.]+Z ")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^(\[sys\]|Waiting for resource|Finished waiting for|(Executing|Successfully executed) command|No custom cert) ?")]
    private static partial Regex Orchestrators();
}
