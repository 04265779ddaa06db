using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>Identity's mark that somebody has signed in from this browser before. It opens nothing; strangers who guess elsewhere do not lock out who shows it.</summary>
static class KnownDevice
{
    /// <summary>Name of the cookie; by HTTPS one that no other host under the same name can set.</summary>
    public const string Cookie = "device", SecureCookie = "__Host-device";

    static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>The mark, for a sign-in; null on a browser that has none.</summary>
    public static string? DeviceMark(this HttpContext context) =>
        (context.Request.Cookies[SecureCookie] ?? context.Request.Cookies[Cookie]) is { Length: > 0 and <= 1000 } mark ? mark : null;

    /// <summary>Keeps the mark, also beyond a sign-out.</summary>
    public static void RememberDevice(this HttpContext context, string? mark)
    {
        if (mark is not { Length: > 0 })
            return;
        var secure = context.Request.IsHttps;
        context.Response.Cookies.Append(secure ? SecureCookie : Cookie, mark,
            new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = secure, Path = "/", MaxAge = Remembered, IsEssential = true });
    }
}
