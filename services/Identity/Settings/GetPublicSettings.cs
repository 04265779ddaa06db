using Helpdesk.Api.Settings;

namespace Helpdesk.Identity.Settings;

public static class GetPublicSettings
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/public", HandleAsync)
        .AllowAnonymous().WithName("GetPublicSettings").WithSummary("Name, zone, languages, the times that customers and staff are told, and the limits that were chosen");

    static async Task<PublicSettingsResponse> HandleAsync(AccountsDbContext db, CachedSettings settings, CancellationToken cancellationToken)
    {
        var (now, chosen) = (await settings.ReadAsync(db, cancellationToken), await settings.ReadChosenAsync(db, cancellationToken));
        return new(
            now.Name, now.Zone, now.Languages, now.Language, now.CloseAfter, now.WarnAfter, now.ReopenWindow, now.StaffIdle,
            now.StaffIdleWarning, new(chosen.AnonymousPerMinute, chosen.SignedInPerMinute, chosen.SignInPerMinute));
    }
}
