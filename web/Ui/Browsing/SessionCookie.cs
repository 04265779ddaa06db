using System.Globalization;
using System.Security.Claims;
using Helpdesk.Api.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>The session of the person at the browser, in the cookie that only our hosts can read.</summary>
public static class SessionCookie
{
    const string Access = "access_token";
    const string Refresh = "refresh_token";
    const string Until = "expires_at";

    static readonly object Begun = new();

    /// <summary>Name of the claim with the time zone that the person chose.</summary>
    public const string TimeZone = "zone";

    /// <summary>Begins the session in the browser.</summary>
    public static Task SignInAsync(this HttpContext context, SessionResponse session, DateTimeOffset now)
    {
        var properties = new AuthenticationProperties { IsPersistent = true };
        properties.StoreTokens(session, now);
        context.RememberDevice(session.DeviceToken);
        // The cookie comes back with the next request; what is still shown for this one is shown to who is signed in now.
        (context.User, context.Items[Begun]) = (session.AsPrincipal(), properties);
        return context.SignInAsync(BrowserSession.Scheme, context.User, properties);
    }

    /// <summary>Ends the session in the browser.</summary>
    public static Task EndSessionAsync(this HttpContext context)
    {
        (context.User, context.Items[Begun]) = (new(new ClaimsIdentity()), new AuthenticationProperties());
        return context.SignOutAsync(BrowserSession.Scheme);
    }

    /// <summary>The session's tokens; null when nobody is signed in.</summary>
    internal static async Task<AuthenticationProperties?> SessionAsync(this HttpContext context) =>
        context.Items[Begun] as AuthenticationProperties ?? (await context.AuthenticateAsync(BrowserSession.Scheme)).Properties;

    /// <summary>The header that shows a service who asks; null when nobody is signed in.</summary>
    public static async Task<string?> CredentialAsync(this HttpContext context) =>
        context.User.AccountId() is not null && (await context.SessionAsync())?.GetTokenValue(Access) is { } token
            ? $"Bearer {token}"
            : null;

    internal static string? RefreshToken(this AuthenticationProperties properties) => properties.GetTokenValue(Refresh);

    internal static DateTimeOffset AccessEnds(this AuthenticationProperties properties) =>
        DateTimeOffset.TryParse(properties.GetTokenValue(Until), CultureInfo.InvariantCulture, out var at) ? at : DateTimeOffset.MinValue;

    internal static void StoreTokens(this AuthenticationProperties properties, SessionResponse session, DateTimeOffset now) =>
        properties.StoreTokens(
    [
        new() { Name = Access, Value = session.AccessToken },
        new() { Name = Refresh, Value = session.RefreshToken },
        new() { Name = Until, Value = now.AddSeconds(session.ExpiresIn).ToString("O", CultureInfo.InvariantCulture) },
    ]);

    internal static ClaimsPrincipal AsPrincipal(this SessionResponse session)
    {
        var account = session.Account;
        return new(new ClaimsIdentity(
        [
            new(Claims.Subject, account.Id.ToString()),
            new(Claims.Name, account.Name),
            new(Claims.Email, account.Email),
            new(Claims.Language, account.Language),
            .. account.TimeZone is { } zone ? [new Claim(TimeZone, zone)] : Array.Empty<Claim>(),
            .. account.Roles.Select(x => new Claim(Claims.Role, x)),
            .. account.MustChangePassword ? [new Claim(RequiredAction.Claim, RequiredAction.ChangePassword)] : Array.Empty<Claim>(),
            .. account.MustSetUpTwoFactor ? [new Claim(RequiredAction.Claim, RequiredAction.SetUpTwoFactor)] : Array.Empty<Claim>(),
        ], BrowserSession.Scheme, Claims.Name, Claims.Role));
    }
}
