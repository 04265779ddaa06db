namespace Helpdesk.Api.Sessions;

/// <summary>What a client keeps of a session.</summary>
/// <param name="AccessToken">
/// Goes along with requests. It carries no roles until the password is changed, or an authenticator is set up, when either must be.
/// </param>
/// <param name="ExpiresIn">How long the access token is accepted, in seconds.</param>
/// <param name="RefreshToken">Gives the next pair of tokens, once.</param>
/// <param name="DeviceToken">For the next sign-in from the same device, also after a sign-out; it opens nothing by itself.</param>
/// <param name="Account">Whose session it is.</param>
public sealed record SessionResponse(
    string AccessToken,
    int ExpiresIn,
    string RefreshToken,
    string DeviceToken,
    SessionAccount Account);

/// <summary>The account of a session.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Email address.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
/// <param name="TimeZone">IANA name of the zone in which its owner reads hours; null for the installation's.</param>
/// <param name="Roles">Those that it holds, whether or not the token carries them already.</param>
/// <param name="MustChangePassword">Its owner must change the password before anything else.</param>
/// <param name="MustSetUpTwoFactor">Its owner must set up an authenticator before anything else.</param>
/// <param name="LastSignInAt">The sign-in before this one (UTC).</param>
public sealed record SessionAccount(
    Guid Id,
    string Name,
    string Email,
    string Language,
    string? TimeZone,
    IReadOnlyList<string> Roles,
    bool MustChangePassword,
    bool MustSetUpTwoFactor,
    DateTimeOffset? LastSignInAt);
