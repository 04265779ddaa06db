using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Forms;

/// <summary>From where something was posted, as the browser says; no page can have it say something else.</summary>
public enum PostOrigin
{
    /// <summary>Nobody says: an old browser, or no browser.</summary>
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
            return site switch
            {
                "same-origin" => PostOrigin.SameOrigin,
                // Somebody repeats what they sent, as after the browser was opened again: no page has them do it.
                "none" => PostOrigin.Unknown,
                _ => PostOrigin.Elsewhere,
            };
        // Older, and without encryption also newer browsers name the page's address. A proxy may hide from us which one was asked for, so
        // that another name vouches for nothing and accuses nobody.
        var isOurs = Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && OurNames(request).Any(x => SameHost(origin, x));
        return isOurs
            ? PostOrigin.SameOrigin
            : PostOrigin.Unknown;
    }

    static string?[] OurNames(HttpRequest request)
    {
        var links = request.HttpContext.RequestServices.GetRequiredService<IConfiguration>()["Links:Portal"];
        return [request.Host.Value, Uri.TryCreate(links, UriKind.Absolute, out var portal) ? portal.Authority : null];
    }

    static bool SameHost(Uri origin, string? asked) =>
        asked is not null && Uri.TryCreate($"{origin.Scheme}://{asked}", UriKind.Absolute, out var here)
        && string.Equals(origin.Authority, here.Authority, StringComparison.OrdinalIgnoreCase);
}
