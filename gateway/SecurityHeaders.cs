namespace Helpdesk.Gateway;

/// <summary>Security headers of every response, whoever wrote it.</summary>
static class SecurityHeaders
{
    const string NothingLoads = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // A service may have a policy of its own, such as the sandbox around a download.
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = NothingLoads;
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            if (Robots.MustNotIndex(context.Request))
                headers[Robots.Header] = Robots.NoIndex;
            if (context.Request.IsHttps)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
