using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults;

/// <summary>
/// Levels for what the frameworks say about each request, query and message: only what is wrong. They stand beneath every
/// other source of configuration, so <c>Logging:LogLevel</c> anywhere overrides them.
/// </summary>
static class DefaultLogLevels
{
    static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        // Whoever asks for the health gets the answer; each one in the log as well, with a stack trace, would hide what is new there.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "Critical",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
        ["Logging:LogLevel:Yarp"] = "Warning",
    };

    // These write whole addresses, with the secrets of links in them: no configuration makes them talk.
    static readonly string[] TooTalkative =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.HttpLogging", "Microsoft.AspNetCore.Routing.Matching",
        "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.StaticAssets",
    ];

    public static void AddDefaultLogLevels(this WebApplicationBuilder builder)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        foreach (var category in TooTalkative)
            builder.Logging.AddFilter(category, LogLevel.Warning);
    }
}
