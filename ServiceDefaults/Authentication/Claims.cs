using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The claims of an access token. Whoever holds the token can read them.</summary>
public static class Claims
{
    /// <summary>Account, a GUID.</summary>
    public const string Subject = "sub";

    /// <summary>Full name.</summary>
    public const string Name = "name";

    /// <summary>Email address; whether it was confirmed is in the account's events.</summary>
    public const string Email = "email";

    /// <summary>A role; one claim for each.</summary>
    public const string Role = "role";

    /// <summary>Session, a GUID; revoking it ends all its tokens.</summary>
    public const string Session = "sid";

    /// <summary>
    /// When the token was issued (UTC, round-trip format). The standard <c>iat</c> has seconds only, and a token issued right after a
    /// revocation must be accepted.
    /// </summary>
    public const string IssuedAt = "issued_at";

    /// <summary>When the password was last entered in this session (Unix time in seconds); see <see cref="RecentSignIn"/>.</summary>
    public const string AuthenticationTime = "auth_time";

    /// <summary>Language for mails: <c>es</c> or <c>en</c>.</summary>
    public const string Language = "lang";

    /// <summary>The account; null for an anonymous caller.</summary>
    public static Guid? AccountId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Subject), out var id) ? id : null;

    /// <summary>The session that the token belongs to; null for an anonymous caller.</summary>
    public static Guid? SessionId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Session), out var id) ? id : null;

    /// <summary>Full name; empty for an anonymous caller.</summary>
    public static string FullName(this ClaimsPrincipal principal) => principal.FindFirstValue(Name) ?? "";

    /// <summary>Email address; empty for an anonymous caller.</summary>
    public static string EmailAddress(this ClaimsPrincipal principal) => principal.FindFirstValue(Email) ?? "";

    /// <summary>Whether the person is staff.</summary>
    public static bool IsStaff(this ClaimsPrincipal principal) =>
        principal.IsInRole(AccountRoles.Agent) || principal.IsInRole(AccountRoles.Dispatcher) || principal.IsInRole(AccountRoles.Admin);

    /// <summary>Whether the person may do what dispatchers do: dispatchers and administrators.</summary>
    public static bool IsDispatcher(this ClaimsPrincipal principal) =>
        principal.IsInRole(AccountRoles.Dispatcher) || principal.IsInRole(AccountRoles.Admin);
}
