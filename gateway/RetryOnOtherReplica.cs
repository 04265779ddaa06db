using Yarp.ReverseProxy.Forwarder;

namespace Helpdesk.Gateway;

/// <summary>Retries a request once on another replica when the first is down, unless that might do something twice.</summary>
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

        // A refused connection never saw the request; one that broke later may have carried out a POST.
        return failure.HttpRequestError == HttpRequestError.ConnectionError
            || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
    }
}
