using System.Text;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Gateway;

/// <summary>What search engines are told: the customers' first pages may be found, nobody's ticket may.</summary>
static class Robots
{
    /// <summary>The file of rules; in an answer, the header for one page.</summary>
    public const string Path = "/robots.txt", Header = "X-Robots-Tag", NoIndex = "noindex, nofollow";

    // Pages of persons, which answer strangers with the sign-in.
    static readonly string[] Private = ["api", "tickets", "account", "desk"];

    static readonly string Rules = Private.Select(x => $"/{x}").Concat(SecretPaths.Carriers.Select(x => $"/{x}/"))
        .Aggregate(new StringBuilder("User-agent: *\n"), (rules, path) => rules.Append("Disallow: ").Append(path).Append('\n')).ToString();

    public static void MapRobots(this WebApplication app) =>
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Text(Rules, "text/plain", Encoding.UTF8))
            .AllowAnonymous();

    /// <summary>Whether the address must not be kept by a search engine that came by it some other way.</summary>
    public static bool MustNotIndex(HttpRequest request) => !request.IsPageRequest() || SecretPaths.CarriesSecret(request.Path.ToUriComponent());
}
