using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The claims of an access token and how to read them. Whoever holds the token can read them too.</summary>
public static class Claims
{
    /// <summary>Account, a GUID.</summary>
    public const string Subject = "sub";

    /// <summary>Full name.</summary>
    public const string Name = "name";

    /// <summary>Mail address; whether its owner has shown that he reads it, Identity tells with the account's events.</summary>
    public const string Email = "email";

    /// <summary>One for each role held.</summary>
    public const string Role = "role";

    /// <summary>Session the token belongs to, a GUID; revoking the session ends all its tokens.</summary>
    public const string Session = "sid";

    /// <summary>
    /// When the token was issued (UTC, round-trip form); to the tick, for a token issued right after a revocation is good, and the
    /// standard's <c>iat</c> tells seconds.
    /// </summary>
    public const string IssuedAt = "issued_at";

    /// <summary>When the password was last given in this session (seconds since 1970, UTC); see <see cref="RecentSignIn"/>.</summary>
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

    /// <summary>Mail address; empty for an anonymous caller.</summary>
    public static string EmailAddress(this ClaimsPrincipal principal) => principal.FindFirstValue(Email) ?? "";

    /// <summary>Whether the person holds a role of the staff.</summary>
    public static bool IsStaff(this ClaimsPrincipal principal) =>
        principal.IsInRole(AccountRoles.Agent) || principal.IsInRole(AccountRoles.Dispatcher) || principal.IsInRole(AccountRoles.Admin);

    /// <summary>Whether the person distributes tickets: dispatchers and administrators.</summary>
    public static bool IsDispatcher(this ClaimsPrincipal principal) =>
        principal.IsInRole(AccountRoles.Dispatcher) || principal.IsInRole(AccountRoles.Admin);
}
