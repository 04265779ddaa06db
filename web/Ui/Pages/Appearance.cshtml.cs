using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Ui.Pages;

/// <summary>Remembers the language and the theme that a person chose.</summary>
[AllowAnonymous, AllowBeforeRequiredAction, SameOriginSuffices]
public sealed class AppearanceModel : PageModel
{
    static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? theme, string? then)
    {
        if (Language.IsKnown(language))
            Remember(Language.Cookie, language!);
        if (theme is not null && Theme.All.Contains(theme))
            Remember(Theme.Cookie, theme);
        return LocalRedirect(Url.IsLocalUrl(then) ? then : "/");
    }

    void Remember(string cookie, string value) => Response.Cookies.Append(cookie, value, new CookieOptions
    {
        MaxAge = Remembered,
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
        HttpOnly = true,
        IsEssential = true,
    });
}
