namespace Helpdesk.Identity.Settings;

public static class ShowPublicSettings
{
    /// <summary>What pages need before anybody has signed in, and the gateway too. Durations are written like <c>3.00:00:00</c>.</summary>
    public sealed record Answer(
        string Name, string Zone, IReadOnlyList<string> Languages, string Language, TimeSpan CloseAfter, TimeSpan WarnAfter, TimeSpan ReopenWindow,
        TimeSpan StaffIdle, TimeSpan StaffIdleWarning, Limits Limits);

    /// <summary>Requests in a minute, as they were chosen; null where the gateway's own configuration counts.</summary>
    public sealed record Limits(int? AnonymousPerMinute, int? SignedInPerMinute, int? SignInPerMinute);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/public", HandleAsync)
        .AllowAnonymous().WithName("ShowPublicSettings").WithSummary("Name, zone, languages, the times that customers and staff are told, and the limits that were chosen");

    static async Task<Answer> HandleAsync(AccountsDbContext db, CurrentSettings settings, CancellationToken cancellationToken)
    {
        var (now, chosen) = (await settings.ReadAsync(db, cancellationToken), await settings.ChosenAsync(db, cancellationToken));
        return new(now.Name, now.Zone, now.Languages, now.Language, now.CloseAfter, now.WarnAfter, now.ReopenWindow, now.StaffIdle, now.StaffIdleWarning,
            new(chosen.AnonymousPerMinute, chosen.SignedInPerMinute, chosen.SignInPerMinute));
    }
}
