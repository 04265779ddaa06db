using System.Text;
using Helpdesk.ServiceDefaults.Forwarding;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;

namespace Helpdesk.Gateway;

static class Proxy
{
    public static void AddProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, ConnectionFailurePolicy>();
        builder.Services.AddServiceDiscovery();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(Routes.All, Routes.Clusters(builder.Configuration))
            .AddServiceDiscoveryDestinationResolver()
            .ConfigureHttpClient((_, handler) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(2);
                // As Kestrel decoded it: the client by itself refuses headers that are not ASCII.
                handler.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8;
            })
            .AddTransforms(context =>
            {
                context.UseDefaultForwarders = false;
                context.AddRequestTransform(x =>
                {
                    x.ProxyRequest.ForwardCaller(x.HttpContext);
                    x.ProxyRequest.RemoveTraceHeaders();
                    return ValueTask.CompletedTask;
                });
                context.AddResponseHeaderRemove("Server", ResponseCondition.Always);
                context.AddResponseHeaderRemove("X-Powered-By", ResponseCondition.Always);
            });
    }

    public static void MapProxy(this WebApplication app) => app.MapReverseProxy(pipeline =>
    {
        pipeline.Use(UnavailableServices.InvokeAsync);
        pipeline.Use(RetryOnOtherReplica.InvokeAsync);
        pipeline.UseLoadBalancing();
        pipeline.UsePassiveHealthChecks();
    });
}
