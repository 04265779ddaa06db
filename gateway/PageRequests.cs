using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Gateway;

/// <summary>What the gateway knows of the web hosts behind it.</summary>
static class PageRequests
{
    static readonly object AccountOfCookie = new();

    /// <summary>Whether the request goes to a web host and not to the API.</summary>
    public static bool IsPageRequest(this HttpRequest request) => !request.Path.StartsWithSegments("/api");

    /// <summary>Reads whose cookie a page's request carries; on the API a cookie means nothing, or another site could act with it.</summary>
    public static void UseBrowserSession(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.IsPageRequest() && await context.AccountOfCookieAsync() is { } account)
            context.Items[AccountOfCookie] = account;
        await next(context);
    });

    /// <summary>Who asks, by token or by cookie; null for a stranger.</summary>
    public static Guid? Account(this HttpContext context) => context.User.AccountId() ?? context.Items[AccountOfCookie] as Guid?;
}
