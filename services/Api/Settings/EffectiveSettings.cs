namespace Helpdesk.Api.Settings;

/// <summary>
/// Settings that hold, chosen or by default; see <see cref="SettingsValues"/> for what each means. Durations are written like
/// <c>3.00:00:00</c>.
/// </summary>
public sealed record EffectiveSettings(
    string Name,
    string Zone,
    IReadOnlyList<string> Languages,
    string Language,
    TimeSpan CloseAfter,
    TimeSpan WarnAfter,
    TimeSpan ReopenWindow,
    TimeSpan PurgeAfter,
    string AgentsSee,
    TimeSpan StaffIdle,
    TimeSpan StaffIdleWarning,
    bool TwoFactorForStaff,
    int WrongPasswords,
    TimeSpan LockFor,
    TimeSpan InvitationFor,
    TimeSpan PasswordResetFor,
    TimeSpan ConfirmationFor,
    int AnonymousPerMinute,
    int SignedInPerMinute,
    int SignInPerMinute);
