namespace Helpdesk.Api.Accounts;

/// <summary>An account as administrators and its owner see it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Email address, which is the user name too.</param>
/// <param name="EmailConfirmed">Whether its owner has shown that they read that mailbox.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
/// <param name="TimeZone">IANA name of the zone in which its owner reads hours; null for the installation's.</param>
/// <param name="Phone">Phone number.</param>
/// <param name="Specialty">What its owner knows best.</param>
/// <param name="Roles">See <see cref="AccountRoles"/>.</param>
/// <param name="Invited">Its owner has not chosen a password yet.</param>
/// <param name="MustChangePassword">Its owner must change the password, which somebody else gave, before anything else.</param>
/// <param name="TwoFactor">Whether a sign-in asks for a code.</param>
/// <param name="Suspended">Whether nobody can sign in to it.</param>
/// <param name="SuspendedAt">Since when (UTC).</param>
/// <param name="LockedUntil">Until when it is locked for strangers after wrong passwords (UTC); may be over.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="LastSignInAt">The last sign-in (UTC).</param>
/// <param name="Version">Goes back with a change, which is refused when somebody else was quicker.</param>
public sealed record AccountResponse(
    Guid Id,
    string Name,
    string Email,
    bool EmailConfirmed,
    string Language,
    string? TimeZone,
    string? Phone,
    string? Specialty,
    IReadOnlyList<string> Roles,
    bool Invited,
    bool MustChangePassword,
    bool TwoFactor,
    bool Suspended,
    DateTimeOffset? SuspendedAt,
    DateTimeOffset? LockedUntil,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignInAt,
    long Version);
