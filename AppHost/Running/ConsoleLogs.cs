using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Shows what each resource says, with its name in front.</summary>
sealed partial class ConsoleLogs(ResourceTable resources, ResourceLoggerService logs, Shutdown shutdown) : BackgroundService
{
    const string NotCreated = "Failed to create resource";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(resources.All.Select(x => ShowAsync(x, stoppingToken)));

    async Task ShowAsync(ManagedResource resource, CancellationToken stoppingToken)
    {
        await foreach (var lines in logs.WatchAsync(resource.Resource).WithCancellation(stoppingToken))
        {
            foreach (var text in lines.Where(x => !IsOfTheStop(x)).Select(TextOf).OfType<string>())
                ConsoleOutput.WriteLine(resource.Name, text);
        }
    }

    /// <summary>What was not started yet when the stop was asked for, is not.</summary>
    bool IsOfTheStop(LogLine line) => shutdown.Asked.IsCancellationRequested && line.Content.Contains(NotCreated, StringComparison.Ordinal);

    /// <summary>What the resource itself said; null for a word of the orchestrator.</summary>
    public static string? TextOf(LogLine line)
    {
        var text = Timestamp().Replace(line.Content, "");
        // The first line of what it says of an exception is the sentence, the others are where in its code.
        if (text.Split('\n') is [var failure, var reason, ..] && failure.StartsWith(NotCreated, StringComparison.Ordinal))
            return reason;
        return Orchestrators().IsMatch(text) ? null : text;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.]+Z ")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^(\[sys\]|Waiting for resource|Finished waiting for|(Executing|Successfully executed) command|No custom cert) ?")]
    private static partial Regex Orchestrators();
}
