using System.Net;

namespace Helpdesk.Gateway;

/// <summary>An error page for a browser when the web host cannot give one; in both languages, for the reader's is not known here.</summary>
static class ErrorPage
{
    /// <summary>Whether the client expects a page.</summary>
    public static bool IsWanted(HttpContext context) => context.Request.IsPageRequest()
        && context.Request.GetTypedHeaders().Accept.Any(x => x.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public static Task WriteAsync(HttpContext context, int status, string spanish, string english)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html><html lang="es"><head><meta charset="utf-8"><title>Helpdesk</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"></head>
            <body><main><h1>Helpdesk</h1><p>{WebUtility.HtmlEncode(spanish)}</p>
            <p lang="en">{WebUtility.HtmlEncode(english)}</p></main></body></html>
            """, context.RequestAborted);
    }
}
