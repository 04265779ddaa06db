using Helpdesk.Api.Sessions;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>
/// Identity's token for a browser from which somebody has signed in before. It opens nothing; strangers who guess elsewhere do not lock
/// out whoever shows it.
/// </summary>
static class DeviceCookie
{
    /// <summary>Name of the cookie; by HTTPS one that no other host under the same name can set.</summary>
    public const string Cookie = "device", SecureCookie = "__Host-device";

    static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>The token, for a sign-in; null on a browser that has none.</summary>
    public static string? DeviceToken(this HttpContext context) =>
        (context.Request.Cookies[SecureCookie] ?? context.Request.Cookies[Cookie]) is { Length: > 0 and <= SessionLimits.DeviceToken } token
            ? token
            : null;

    /// <summary>Keeps the token, also beyond a sign-out.</summary>
    public static void RememberDevice(this HttpContext context, string? token)
    {
        if (token is not { Length: > 0 })
            return;
        var secure = context.Request.IsHttps;
        context.Response.Cookies.Append(secure ? SecureCookie : Cookie, token,
            new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = secure, Path = "/", MaxAge = Remembered, IsEssential = true });
    }
}
