namespace Helpdesk.Identity.Sessions;

/// <summary>
/// What a client keeps of a session. <c>ExpiresIn</c> is in seconds. Until the password is changed, or an authenticator is set up, when
/// either must be, the access token carries no roles. <c>LastSignInAt</c> is the sign-in before this one.
/// <c>Device</c> is for the next sign-in from the same device, also after a sign-out; it opens nothing by itself.
/// </summary>
public sealed record SessionAnswer(string AccessToken, int ExpiresIn, string RefreshToken, string Device, SessionAnswer.Owner Account)
{
    public sealed record Owner(
        Guid Id, string Name, string Email, string Language, string? TimeZone, IReadOnlyList<string> Roles, bool MustChangePassword, bool MustSetUpTwoFactor, DateTimeOffset? LastSignInAt);
}
