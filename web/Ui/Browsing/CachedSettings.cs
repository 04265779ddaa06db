using Helpdesk.Api.Settings;
using Helpdesk.Ui.Api;

namespace Helpdesk.Ui.Browsing;

/// <summary>What pages say of the installation. Read again every few seconds; while Identity is away the last answer serves on.</summary>
public sealed class CachedSettings(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Until Identity has answered, what an installation begins with.</summary>
    public PublicSettingsResponse Current { get; private set; } = new(
        "Helpdesk", "UTC", Language.All, "en", TimeSpan.FromHours(72), TimeSpan.FromHours(48), TimeSpan.FromDays(7),
        TimeSpan.FromHours(8), TimeSpan.FromMinutes(5), new(null, null, null));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            using var scope = scopes.CreateScope();
            var settings = await scope.ServiceProvider.GetRequiredService<IdentityClient>().GetPublicSettingsAsync(stoppingToken);
            Current = settings.Value ?? Current;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
