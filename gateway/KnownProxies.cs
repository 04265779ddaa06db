using Helpdesk.ServiceDefaults.Forwarding;
using Microsoft.AspNetCore.HttpOverrides;

namespace Helpdesk.Gateway;

/// <summary>Forwarded headers are believed only of proxies in the setting <c>KnownProxies</c>: anybody can send them.</summary>
static class KnownProxies
{
    public static void AddKnownProxies(this WebApplicationBuilder builder) =>
        builder.Services.Configure<ForwardedHeadersOptions>(options => Configure(options, builder.Configuration));

    /// <summary>Applies the forwarded headers of known proxies and drops everybody else's, the key of our own hosts included.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            context.Request.RemoveForwardedHeaders();
            return next(context);
        });
    }

    /// <summary>The client's network, as limits count it.</summary>
    public static string ClientNetwork(this HttpContext context) => ServiceDefaults.ClientNetwork.Of(context);

    /// <summary>The values of a setting, given as an array or separated by commas.</summary>
    public static IEnumerable<string> List(this IConfiguration configuration, string name) =>
        configuration.GetSection(name).AsEnumerable().Where(x => x.Value is not null)
            .SelectMany(x => x.Value!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    static void Configure(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardLimit = null;
        // By default the framework trusts everything on its own machine.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in configuration.List("KnownProxies"))
        {
            var isNetwork = proxy.Contains('/', StringComparison.Ordinal);
            var text = isNetwork ? proxy : proxy + (proxy.Contains(':', StringComparison.Ordinal) ? "/128" : "/32");
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(text, out var network)
                ? network
                : throw new InvalidOperationException(
                    $"KnownProxies: \"{proxy}\" is neither an address nor a network such as 10.0.0.0/8."));
        }

        // With no proxy listed the framework would believe everybody.
        options.ForwardedHeaders = options.KnownIPNetworks.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    }
}
