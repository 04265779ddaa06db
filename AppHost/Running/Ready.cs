using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Says when everything is healthy, where it is and what one needs to get in; ends a start that comes to nothing.</summary>
sealed class Ready(PartTable parts, Shutdown shutdown, SetupCodeAnnouncement setupCode, IConfiguration configuration)
    : BackgroundService
{
    readonly TimeSpan _limit = configuration.GetValue("Helpdesk:HealthLimit", TimeSpan.FromSeconds(90));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => shutdown.UntilAskedAsync(TellAsync);

    async Task TellAsync(CancellationToken stop)
    {
        await Task.WhenAll(parts.All.Select(x => HealthyInTimeAsync(x, stop)));
        Screen.Table(parts.All.Where(x => x.Address.Length > 0).OrderBy(x => x.Level).ThenBy(x => x.Name, StringComparer.Ordinal)
            .Select(x => (x.Name, x.Address, x.State)));
        if (configuration["AppHost:BrowserToken"] is { Length: > 0 } token)
            Screen.Announce($"Traces, metrics and logs of all parts: {configuration["ASPNETCORE_URLS"]}/login?t={token}");
        if (await setupCode.TextAsync(stop) is { } text)
            Screen.Announce(text);
    }

    async Task HealthyInTimeAsync(Part part, CancellationToken stop)
    {
        await part.FirstStart.WaitAsync(stop);
        try
        {
            await part.FirstHealthy.WaitAsync(_limit, stop);
        }
        catch (TimeoutException)
        {
            shutdown.Fail($"{part.Name} did not become healthy within {_limit.TotalSeconds:0} seconds; its log lines above say why.");
            throw new OperationCanceledException();
        }
    }
}
