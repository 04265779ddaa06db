using Helpdesk.Api.Settings;

namespace Helpdesk.Identity.Settings;

static class GetPublicSettings
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/public", HandleAsync)
        .AllowAnonymous()
        .WithName("GetPublicSettings")
        .WithSummary("Name, zone, languages, the times that customers and staff are told, and the limits that were chosen");

    static async Task<PublicSettingsResponse> HandleAsync(
        AccountsDbContext db, CachedSettings settings, CancellationToken cancellationToken)
    {
        var effective = await settings.ReadAsync(db, cancellationToken);
        var chosen = await settings.ReadChosenAsync(db, cancellationToken);
        return new(
            effective.Name, effective.Zone, effective.Languages, effective.Language, effective.CloseAfter, effective.WarnAfter,
            effective.ReopenWindow, effective.StaffIdle, effective.StaffIdleWarning,
            new(chosen.AnonymousPerMinute, chosen.SignedInPerMinute, chosen.SignInPerMinute));
    }
}
