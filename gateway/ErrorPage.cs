using System.Net;

namespace Helpdesk.Gateway;

/// <summary>The gateway's own words for a person at a browser, when the host of the pages cannot say them. In both languages: who reads is not known here.</summary>
static class ErrorPage
{
    /// <summary>Whether a page was asked for, not data.</summary>
    public static bool IsWanted(HttpContext context) =>
        context.Request.IsPageRequest() && context.Request.GetTypedHeaders().Accept.Any(x => x.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public static Task WriteAsync(HttpContext context, int status, string spanish, string english)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Helpdesk</title></head>
            <body><main><h1>Helpdesk</h1><p>{WebUtility.HtmlEncode(spanish)}</p><p lang="en">{WebUtility.HtmlEncode(english)}</p></main></body></html>
            """, context.RequestAborted);
    }
}
