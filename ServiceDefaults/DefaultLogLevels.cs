using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults;

/// <summary>
/// Default levels for the frameworks, which log every request, query and message: warnings only. They have the lowest priority of all
/// configuration sources, so that <c>Logging:LogLevel</c> anywhere overrides them.
/// </summary>
static class DefaultLogLevels
{
    static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        // The health endpoint tells its caller; a stack trace in the log for each call would only hide what matters.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "Critical",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
        ["Logging:LogLevel:Yarp"] = "Warning",
    };

    // These log whole addresses, with the secrets of links in them: no configuration may enable them.
    static readonly string[] LogSecrets =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.HttpLogging", "Microsoft.AspNetCore.Routing.Matching",
        "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.StaticAssets",
    ];

    public static void AddDefaultLogLevels(this WebApplicationBuilder builder)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        foreach (var category in LogSecrets)
            builder.Logging.AddFilter(category, LogLevel.Warning);
    }
}
