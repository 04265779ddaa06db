using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost.Running;

/// <summary>Stops what waits for others before those; left to itself, the orchestrator stops all at once.</summary>
sealed class StopOrder(PartTable parts, ResourceNotificationService notifications, ResourceCommandService commands,
    IConfiguration configuration)
{
    readonly TimeSpan _limit = configuration.GetValue("Helpdesk:StopLimit", TimeSpan.FromSeconds(20));

    public async Task StopAsync()
    {
        foreach (var level in parts.All.Where(x => x.Life.Length > 0).GroupBy(x => x.Level).OrderByDescending(x => x.Key))
            await Task.WhenAll(level.Select(StopAsync));
    }

    static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended just now.
        }
    }

    async Task StopAsync(Part part)
    {
        Task ended = notifications.WaitForResourceAsync(part.Name, KnownResourceStates.TerminalStates);
        _ = commands.ExecuteCommandAsync(part.Resource, KnownResourceCommands.StopCommand);
        await ended.WaitAsync(_limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsCompleted)
            return;
        Screen.Say(part.Name, $"did not stop within {_limit.TotalSeconds:0} seconds; killing it");
        if (part.ProcessId == 0)
            return;
        Kill(part.ProcessId);
        await ended.WaitAsync(_limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
