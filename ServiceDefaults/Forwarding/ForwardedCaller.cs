using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Forwarding;

/// <summary>
/// The original caller's address, scheme and host in forwarded requests: believed only with a valid <see cref="ForwardingKey"/>, else those
/// of the connection apply. Nothing else reads these headers: they are removed before the request goes any further.
/// </summary>
public static class ForwardedCaller
{
    const string For = "X-Forwarded-For";
    const string Proto = "X-Forwarded-Proto";
    const string Host = "X-Forwarded-Host";

    /// <summary>All headers that may say where a request comes from.</summary>
    public static IReadOnlyList<string> Headers { get; } =
    [
        For, Proto, Host, "X-Forwarded-Prefix", "X-Forwarded-Port", "X-Forwarded-Server", "X-Forwarded-Ssl", "X-Forwarded-Scheme",
        "Forwarded", "X-Real-IP", "X-Client-IP",
        "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Original-Prefix", ForwardingKey.Header,
    ];

    /// <summary>Forwards this host's caller to the next host.</summary>
    /// <param name="request">The request to the next host.</param>
    /// <param name="context">The request that came here.</param>
    public static void ForwardCaller(this HttpRequestMessage request, HttpContext context)
    {
        foreach (var name in Headers)
            request.Headers.Remove(name);
        if (ClientNetwork.AddressOf(context) is not { } address)
            return;
        request.Headers.TryAddWithoutValidation(For, address.ToString());
        request.Headers.TryAddWithoutValidation(Proto, context.Request.Scheme);
        if (context.Request.Host.HasValue)
            request.Headers.TryAddWithoutValidation(Host, context.Request.Host.ToUriComponent());
        var key = context.RequestServices.GetRequiredService<ForwardingKey>();
        request.Headers.TryAddWithoutValidation(ForwardingKey.Header, key.Current());
    }

    /// <summary>Restores the original caller from headers of our own hosts only. First in every host but the gateway.</summary>
    /// <param name="app">The host.</param>
    public static void UseForwardedCaller(this IApplicationBuilder app)
    {
        var key = app.ApplicationServices.GetRequiredService<ForwardingKey>();
        app.Use((context, next) =>
        {
            if (context.Request.Headers[ForwardingKey.Header] is [var value] && key.Accepts(value))
                Apply(context);
            context.Request.RemoveForwardedHeaders();
            return next(context);
        });
    }

    /// <summary>Removes all headers that say where a request comes from.</summary>
    /// <param name="request">The request.</param>
    public static void RemoveForwardedHeaders(this HttpRequest request)
    {
        foreach (var name in Headers)
            request.Headers.Remove(name);
    }

    static void Apply(HttpContext context)
    {
        var request = context.Request;
        // The last one was added by the forwarding host.
        if (IPAddress.TryParse(request.Headers[For].ToString().Split(',')[^1].Trim(), out var address))
            (context.Connection.RemoteIpAddress, context.Connection.RemotePort) = (address, 0);
        if (request.Headers[Proto] is ["http" or "https"])
            request.Scheme = request.Headers[Proto].ToString();
        if (request.Headers[Host] is [{ Length: > 0 } host])
            request.Host = HostString.FromUriComponent(host);
    }
}
