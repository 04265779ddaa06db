using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>Light, dark, or as the system has it. The page comes with it: a script that set it later would make the page flash.</summary>
public static class Theme
{
    public const string Cookie = "theme";

    public static IReadOnlyList<string> All { get; } = ["system", "light", "dark"];

    /// <summary><c>light</c> or <c>dark</c>; null for the system's.</summary>
    public static string? Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is "light" or "dark" ? context.Request.Cookies[Cookie] : null;
}
