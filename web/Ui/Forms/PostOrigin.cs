using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Forms;

/// <summary>From where something was posted, as the browser says; no page can have it say something else.</summary>
public enum PostOrigin
{
    /// <summary>An old browser, or no browser: it says nothing.</summary>
    Unknown,

    /// <summary>A page of this installation.</summary>
    SameOrigin,

    Elsewhere,
}

static class PostOrigins
{
    public static PostOrigin Origin(this HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin" ? PostOrigin.SameOrigin : PostOrigin.Elsewhere;
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin)
            return PostOrigin.Unknown;
        // Behind the gateway this host has another name than the one that the browser asked.
        var asked = request.Headers["X-Forwarded-Host"].ToString() is { Length: > 0 } told ? told : request.Host.Value;
        var same = Uri.TryCreate(origin, UriKind.Absolute, out var address) && SameHost(address, asked);
        return same ? PostOrigin.SameOrigin : PostOrigin.Elsewhere;
    }

    static bool SameHost(Uri origin, string? asked) =>
        Uri.TryCreate($"{origin.Scheme}://{asked}", UriKind.Absolute, out var here)
        && string.Equals(origin.Authority, here.Authority, StringComparison.OrdinalIgnoreCase);
}
