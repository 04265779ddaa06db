using Yarp.ReverseProxy.Forwarder;

namespace Helpdesk.Gateway;

/// <summary>When a replica is dead, the request goes to another one, once, if that cannot do anything twice.</summary>
static class RetryOnOtherReplica
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!IsSafeToRetry(context))
            return;

        var proxy = context.GetReverseProxyFeature();
        var others = proxy.AllDestinations.Where(x => x != proxy.ProxiedDestination).ToList();
        if (others.Count == 0)
            return;

        proxy.AvailableDestinations = others;
        proxy.ProxiedDestination = null;
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Response.StatusCode = StatusCodes.Status200OK;
        await next(context);
    }

    static bool IsSafeToRetry(HttpContext context)
    {
        if (context.GetForwarderErrorFeature() is not { Error: ForwarderError.Request, Exception: HttpRequestException failure })
            return false;
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return false;

        // Refused connections have not seen a byte of the request; a connection that broke later may have carried out a POST.
        return failure.HttpRequestError == HttpRequestError.ConnectionError
            || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
    }
}
