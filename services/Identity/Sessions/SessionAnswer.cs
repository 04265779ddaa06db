namespace Helpdesk.Identity.Sessions;

/// <summary>
/// What a client keeps of a session. <c>ExpiresIn</c> is in seconds. Until the password is changed, when it must be, the access
/// token carries no roles.
/// </summary>
public sealed record SessionAnswer(string AccessToken, int ExpiresIn, string RefreshToken, SessionAnswer.Owner Account)
{
    public sealed record Owner(Guid Id, string Name, string Email, string Language, IReadOnlyList<string> Roles, bool MustChangePassword);
}
