namespace Helpdesk.Identity.Settings;

public static class ShowPublicSettings
{
    /// <summary>What pages need before anybody has signed in. Durations are written like <c>3.00:00:00</c>.</summary>
    public sealed record Answer(
        string Name, string Zone, IReadOnlyList<string> Languages, string Language, TimeSpan CloseAfter, TimeSpan WarnAfter, TimeSpan ReopenWindow,
        TimeSpan StaffIdle, TimeSpan StaffIdleWarning);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/public", HandleAsync)
        .AllowAnonymous().WithName("ShowPublicSettings").WithSummary("Name, zone, languages, and the times that customers and staff are told");

    static async Task<Answer> HandleAsync(AccountsDbContext db, CurrentSettings settings, CancellationToken cancellationToken)
    {
        var now = await settings.ReadAsync(db, cancellationToken);
        return new(now.Name, now.Zone, now.Languages, now.Language, now.CloseAfter, now.WarnAfter, now.ReopenWindow, now.StaffIdle, now.StaffIdleWarning);
    }
}
