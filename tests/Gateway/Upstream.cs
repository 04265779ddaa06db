using System.Collections.Concurrent;
using System.Net;
using Helpdesk.AppHost.Servers;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Gateway.Tests;

/// <summary>A service behind the gateway: a real Kestrel on a port of its own that remembers what reached it.</summary>
sealed class Upstream : IAsyncDisposable
{
    readonly WebApplication _app;
    int _asked;

    Upstream(WebApplication app, ConcurrentQueue<Arrival> arrivals) => (_app, Arrivals) = (app, arrivals);

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<Arrival> Arrivals { get; }

    /// <summary>How often the gateway asked for the limits.</summary>
    public int Asked => _asked;

    /// <param name="port">Of one that is back; one that is new gets a port that nobody else takes while it is down.</param>
    public static async Task<Upstream> StartAsync(RequestDelegate? answer = null, int? port = null, Func<string>? limits = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, port ?? Ports.Free()));
        var app = builder.Build();
        var arrivals = new ConcurrentQueue<Arrival>();
        var upstream = new Upstream(app, arrivals);
        app.UseWebSockets();
        app.Run(context =>
        {
            var headers = context.Request.Headers.ToDictionary(x => x.Key, x => x.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            // What the gateway asks for itself has no caller whose address it would tell.
            if (context.Request.Path == CachedRateLimits.Source && !headers.ContainsKey("X-Forwarded-For"))
            {
                Interlocked.Increment(ref upstream._asked);
                return context.Response.WriteAsync(limits?.Invoke() ?? "{}");
            }

            if (context.Request.Path == TokenKeys.Path && !headers.ContainsKey("X-Forwarded-For"))
                return context.Response.WriteAsync(TestIssuer.Shared.Jwks);

            arrivals.Enqueue(new Arrival(context.Request.Method, context.Request.Path, context.Request.QueryString.Value!, headers));
            return answer is null ? context.Response.WriteAsync("ok") : answer(context);
        });
        await app.StartAsync();
        upstream.Address = new Uri(app.Urls.Single());
        return upstream;
    }

    /// <summary>An address where nobody listens.</summary>
    public static Uri DeadAddress { get; } = new("http://127.0.0.1:1");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

sealed record Arrival(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers);
