using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Reports addresses, dashboard and setup code once everything is healthy; gives up when that takes too long.</summary>
sealed class ReadinessReport(ResourceTable resources, Shutdown shutdown, SetupCodeMessage setupCode, IConfiguration configuration)
    : BackgroundService
{
    readonly TimeSpan _limit = configuration.GetValue("Helpdesk:HealthLimit", TimeSpan.FromSeconds(90));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => shutdown.UntilAskedAsync(ReportAsync);

    async Task ReportAsync(CancellationToken stop)
    {
        await Task.WhenAll(resources.All.Select(x => HealthyInTimeAsync(x, stop)));
        ConsoleOutput.WriteTable(resources.All.Where(x => x.Address.Length > 0)
            .OrderBy(x => x.Level).ThenBy(x => x.Name, StringComparer.Ordinal).Select(x => (x.Name, x.Address, x.State)));
        if (configuration["AppHost:BrowserToken"] is { Length: > 0 } token)
            ConsoleOutput.WriteMessage($"Traces, metrics and logs of all resources: {configuration["ASPNETCORE_URLS"]}/login?t={token}");
        if (await setupCode.TextAsync(stop) is { } text)
            ConsoleOutput.WriteMessage(text);
    }

    async Task HealthyInTimeAsync(ManagedResource resource, CancellationToken stop)
    {
        await resource.FirstStart.WaitAsync(stop);
        try
        {
            await resource.FirstHealthy.WaitAsync(_limit, stop);
        }
        catch (TimeoutException)
        {
            shutdown.Fail($"{resource.Name} did not become healthy within {_limit.TotalSeconds:0} seconds; its log lines above say why.");
            throw new OperationCanceledException();
        }
    }
}
