using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>
/// What a page may load: only what comes from here, no script that stands in the page itself, and no style but the one that Turbo brings
/// for its bar.
/// </summary>
public static class ContentPolicy
{
    static readonly object Key = new();

    /// <summary>Good for this one answer; Turbo shows it with the style of its progress bar.</summary>
    public static string Nonce(this HttpContext context) =>
        (string)(context.Items[Key] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));

    internal static void UseContentPolicy(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = Of(context);
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(context);
    });

    static string Of(HttpContext context) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{context.Nonce()}'; img-src 'self' data: blob:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
