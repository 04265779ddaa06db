using Helpdesk.ServiceDefaults.Forwarding;
using Microsoft.AspNetCore.HttpOverrides;

namespace Helpdesk.Gateway;

/// <summary>Who is calling. A proxy's word counts only when the setting <c>KnownProxies</c> names it; anybody can send the header.</summary>
static class KnownProxies
{
    public static void AddKnownProxies(this WebApplicationBuilder builder) => builder.Services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardLimit = null;
        // The framework trusts everything on its own machine unless told otherwise.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in builder.Configuration.List("KnownProxies"))
        {
            var text = proxy.Contains('/', StringComparison.Ordinal) ? proxy : proxy + (proxy.Contains(':', StringComparison.Ordinal) ? "/128" : "/32");
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(text, out var network)
                ? network
                : throw new InvalidOperationException($"KnownProxies: \"{proxy}\" is neither an address nor a network such as 10.0.0.0/8."));
        }

        // With nothing listed the framework takes everybody's word.
        options.ForwardedHeaders = options.KnownIPNetworks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    });

    /// <summary>Takes a known proxy's word; what anybody else says of that kind, also the key of our hosts, ends here.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            context.Request.RemoveForwardedHeaders();
            return next(context);
        });
    }

    /// <summary>The address as limits count it.</summary>
    public static string ClientNetwork(this HttpContext context) => ServiceDefaults.ClientNetwork.Of(context);

    /// <summary>A setting that lists values, either as an array or with commas.</summary>
    public static IEnumerable<string> List(this IConfiguration configuration, string name) =>
        configuration.GetSection(name).AsEnumerable().Where(x => x.Value is not null)
            .SelectMany(x => x.Value!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
