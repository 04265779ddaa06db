using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost.Running;

/// <summary>
/// Stops resources before what they depend on, and gives each its time. By itself the orchestrator stops everything at once, and kills what
/// takes more than six seconds, such as the broker.
/// </summary>
sealed class OrderedStop(ResourceTable resources, ResourceNotificationService notifications, ResourceCommandService commands,
    IConfiguration configuration)
{
    readonly TimeSpan _limit = configuration.GetValue("Helpdesk:StopLimit", TimeSpan.FromSeconds(20));

    public async Task StopAsync()
    {
        foreach (var level in resources.All.Where(x => x.InstanceId.Length > 0).GroupBy(x => x.Level).OrderByDescending(x => x.Key))
            await Task.WhenAll(level.Select(StopAsync));
    }

    async Task StopAsync(ManagedResource resource)
    {
        Task ended = notifications.WaitForResourceAsync(resource.Name, KnownResourceStates.TerminalStates);
        if (resource.ProcessId == 0)
            _ = commands.ExecuteCommandAsync(resource.Resource, KnownResourceCommands.StopCommand);
        else
            await SignalAsync(resource.StopSignal, resource.ProcessId);
        await ended.WaitAsync(_limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsCompleted || resource.ProcessId == 0)
            return;
        ConsoleOutput.WriteLine(resource.Name, $"did not stop within {_limit.TotalSeconds:0} seconds; killing it");
        await SignalAsync("KILL", resource.ProcessId);
        await ended.WaitAsync(_limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Fails silently when the process has just ended.</summary>
    static async Task SignalAsync(string signal, int processId) =>
        await Shell.RunAsync("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
}
