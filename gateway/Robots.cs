using System.Text;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Gateway;

/// <summary>What search engines may index: the portal's public pages, and nobody's ticket.</summary>
static class Robots
{
    /// <summary>The rules for crawlers, and the header for a single page.</summary>
    public const string Path = "/robots.txt", Header = "X-Robots-Tag", NoIndex = "noindex, nofollow";

    // Personal pages, which redirect anonymous visitors to the sign-in.
    static readonly string[] Private = ["api", "tickets", "account", "desk"];

    static readonly string Rules = Private.Select(x => $"/{x}").Concat(SecretPaths.Carriers.Select(x => $"/{x}/"))
        .Aggregate(new StringBuilder("User-agent: *\n"), (rules, path) => rules.Append("Disallow: ").Append(path).Append('\n')).ToString();

    public static void MapRobots(this WebApplication app) =>
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Text(Rules, "text/plain", Encoding.UTF8))
            .AllowAnonymous();

    /// <summary>Whether a search engine that found the address elsewhere must not index it.</summary>
    public static bool MustNotIndex(HttpRequest request) =>
        !request.IsPageRequest() || SecretPaths.CarriesSecret(request.Path.ToUriComponent());
}
