using Helpdesk.Ui.Api;

namespace Helpdesk.Ui.Browsing;

/// <summary>What pages say of the installation. Read again every few seconds; with Identity away the last known stays.</summary>
public sealed class InstallationFacts(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public Facts Current { get; private set; } = new();

    public sealed record Facts
    {
        public string Name { get; init; } = "Helpdesk";
        public string Zone { get; init; } = "UTC";
        public IReadOnlyList<string> Languages { get; init; } = Browsing.Language.All;
        public string Language { get; init; } = "en";
        public TimeSpan CloseAfter { get; init; } = TimeSpan.FromHours(72);
        public TimeSpan ReopenWindow { get; init; } = TimeSpan.FromDays(7);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            using var scope = scopes.CreateScope();
            var answer = await scope.ServiceProvider.GetRequiredService<Services>().SendAsync<Facts>(Call.Get("identity", "/api/settings/public"), stoppingToken);
            if (answer.Value is { } facts)
                Current = facts;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
