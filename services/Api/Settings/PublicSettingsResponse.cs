namespace Helpdesk.Api.Settings;

/// <summary>
/// What pages need before anybody has signed in, and the gateway too; see <see cref="SettingsValues"/> for what each means. Durations are
/// written like <c>3.00:00:00</c>.
/// </summary>
public sealed record PublicSettingsResponse(
    string Name,
    string Zone,
    IReadOnlyList<string> Languages,
    string Language,
    TimeSpan CloseAfter,
    TimeSpan WarnAfter,
    TimeSpan ReopenWindow,
    TimeSpan StaffIdle,
    TimeSpan StaffIdleWarning,
    RequestLimits Limits);

/// <summary>Requests in a minute, as they were chosen; null where the gateway's own configuration counts.</summary>
/// <param name="AnonymousPerMinute">Of an address that names no account.</param>
/// <param name="SignedInPerMinute">Of an account.</param>
/// <param name="SignInPerMinute">Attempts to sign in of an address.</param>
public sealed record RequestLimits(int? AnonymousPerMinute, int? SignedInPerMinute, int? SignInPerMinute);
