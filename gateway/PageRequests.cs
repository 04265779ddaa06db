using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Gateway;

/// <summary>Requests for pages, which carry a cookie, as opposed to requests of the API, which carry a token.</summary>
static class PageRequests
{
    static readonly object AccountOfCookie = new();

    /// <summary>Whether the request is for a web host, not for the API.</summary>
    public static bool IsPageRequest(this HttpRequest request) => !request.Path.StartsWithSegments("/api");

    /// <summary>Reads the account of a page request's cookie. The API ignores cookies, or other sites could act with them.</summary>
    public static void UseBrowserSession(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.IsPageRequest() && await context.AccountOfCookieAsync() is { } account)
            context.Items[AccountOfCookie] = account;
        await next(context);
    });

    /// <summary>The caller's account, by token or by cookie; null for an anonymous caller.</summary>
    public static Guid? Account(this HttpContext context) => context.User.AccountId() ?? context.Items[AccountOfCookie] as Guid?;
}
