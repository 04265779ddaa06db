using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// The cookie in which a web host keeps a person's tokens: HttpOnly, and encrypted with the shared keys. Web hosts write it; the gateway
/// reads the account from it, to limit its requests.
/// </summary>
public static class BrowserSession
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "browser";

    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "helpdesk";

    /// <summary>Adds the scheme.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Further options of this host, such as its sign-in page.</param>
    public static void AddBrowserSession(this IServiceCollection services, Action<CookieAuthenticationOptions>? configure = null) =>
        services.AddAuthentication().AddCookie(Scheme, options =>
        {
            options.Cookie.Name = Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // As long as the refresh token in it; each refresh writes it again.
            options.ExpireTimeSpan = TimeSpan.FromDays(7);
            options.SlidingExpiration = false;
            configure?.Invoke(options);
        });

    /// <summary>The account of the request's cookie; null without a valid one.</summary>
    /// <param name="context">The request.</param>
    public static async Task<Guid?> AccountOfCookieAsync(this HttpContext context) =>
        context.Request.Cookies.ContainsKey(Cookie) && await context.AuthenticateAsync(Scheme) is { Succeeded: true } session
            ? session.Principal.AccountId()
            : null;
}
