namespace Helpdesk.Api.Settings;

/// <summary>
/// The settings of the installation. What is null stays as the hosts are configured. Durations are written like <c>3.00:00:00</c>.
/// </summary>
public sealed record SettingsValues
{
    /// <summary>Name of the installation, shown to people.</summary>
    public string? Name { get; init; }

    /// <summary>IANA time zone in which hours are shown to whoever has not chosen one.</summary>
    public string? Zone { get; init; }

    /// <summary>Languages that people may choose from: <c>es</c>, <c>en</c>.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>The one for whoever has not chosen.</summary>
    public string? Language { get; init; }

    /// <summary>Silence of the customer, after the last public reply of staff, that closes a ticket.</summary>
    public TimeSpan? CloseAfter { get; init; }

    /// <summary>Silence that warns the customer; shorter than that.</summary>
    public TimeSpan? WarnAfter { get; init; }

    /// <summary>How long after closing a reply opens the ticket again.</summary>
    public TimeSpan? ReopenWindow { get; init; }

    /// <summary>How long after closing the files of a ticket are deleted.</summary>
    public TimeSpan? PurgeAfter { get; init; }

    /// <summary><c>Assigned</c>, <c>TheirAreas</c> or <c>Everything</c>.</summary>
    public string? AgentsSee { get; init; }

    /// <summary>How long staff may leave a page untouched before it signs them out.</summary>
    public TimeSpan? StaffIdle { get; init; }

    /// <summary>How long before that the page warns, with one click to stay.</summary>
    public TimeSpan? StaffIdleWarning { get; init; }

    /// <summary>Staff have no role before they have set up an authenticator.</summary>
    public bool? TwoFactorForStaff { get; init; }

    /// <summary>Wrong passwords or codes that lock an account for strangers, or for the devices that it knows.</summary>
    public int? WrongPasswords { get; init; }

    /// <summary>For how long they do.</summary>
    public TimeSpan? LockFor { get; init; }

    /// <summary>How long an invitation works.</summary>
    public TimeSpan? InvitationFor { get; init; }

    /// <summary>How long the link for a forgotten password works.</summary>
    public TimeSpan? PasswordResetFor { get; init; }

    /// <summary>How long the link that confirms an email address works.</summary>
    public TimeSpan? ConfirmationFor { get; init; }

    /// <summary>Requests in a minute of an address that names no account.</summary>
    public int? AnonymousPerMinute { get; init; }

    /// <summary>Requests in a minute of an account.</summary>
    public int? SignedInPerMinute { get; init; }

    /// <summary>Attempts to sign in, in a minute, of an address.</summary>
    public int? SignInPerMinute { get; init; }

    /// <summary>How mail is sent.</summary>
    public MailServer? Mail { get; init; }
}
