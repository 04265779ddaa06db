using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Yarp.ReverseProxy.Model;

namespace Helpdesk.Gateway;

/// <summary>Logs one line per request, without the query, which may hold a download grant, and without headers.</summary>
static class AccessLog
{
    public static void AddAccessLog(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Yarp", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It warns whenever somebody closes a page with a live connection; failures of services are in our own line.
        builder.Logging.AddFilter("Yarp.ReverseProxy.Forwarder.HttpForwarder", LogLevel.Error);
    }

    public static void UseAccessLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Helpdesk.Gateway.Access");
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            var started = time.GetTimestamp();
            // Still escaped: a decoded path may contain line breaks.
            var path = SecretPaths.Mask(context.Request.Path.ToUriComponent());
            try
            {
                await next(context);
            }
            finally
            {
                var status = context.Response.StatusCode;
                // Monitoring asks again and again.
                var usual = context.Request.Path == "/health" ? LogLevel.Debug : LogLevel.Information;
                log.Log(status < 500 ? usual : LogLevel.Warning,
                    "{Method} {Path} {Status} {Milliseconds:0.0} ms, from {Client} ({Account}), by {Replica}, request {RequestId}",
                    context.Request.Method, path, status, time.GetElapsedTime(started).TotalMilliseconds, ClientNetwork.AddressOf(context),
                    context.Account()?.ToString() ?? "no account",
                    context.Features.Get<IReverseProxyFeature>()?.ProxiedDestination?.DestinationId ?? "the gateway itself",
                    context.TraceIdentifier);
            }
        });
    }
}
