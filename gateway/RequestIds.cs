using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Helpdesk.Gateway;

/// <summary>One id per request for the caller's log, ours and the services'.</summary>
static partial class RequestIds
{
    public const string Header = "X-Request-Id";

    public static void UseRequestIds(this WebApplication app) => app.Use((context, next) =>
    {
        var given = context.Request.Headers[Header].ToString();
        var id = Safe().IsMatch(given) ? given : Activity.Current?.TraceId.ToString() ?? Guid.CreateVersion7().ToString("N");
        context.TraceIdentifier = id;
        context.Request.Headers[Header] = id;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        return next(context);
    });

    // It is written into logs: no spaces, quotes or line breaks.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Safe();
}
