using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;

namespace Helpdesk.Gateway;

static class Proxy
{
    // What a stranger says about where he comes from; only the gateway's own word goes on.
    static readonly string[] HearsayHeaders = ["Forwarded", "X-Real-IP", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Original-Prefix"];

    public static void AddProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, DeadReplicas>();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(Addresses.Routes, Addresses.Clusters(builder.Configuration))
            .ConfigureHttpClient((_, handler) => handler.ConnectTimeout = TimeSpan.FromSeconds(2))
            .AddTransforms(context =>
            {
                context.AddXForwarded(ForwardedTransformActions.Set);
                foreach (var name in HearsayHeaders)
                    context.AddRequestHeaderRemove(name);
                context.AddResponseHeaderRemove("Server", ResponseCondition.Always);
                context.AddResponseHeaderRemove("X-Powered-By", ResponseCondition.Always);
            });
    }

    public static void MapProxy(this WebApplication app) => app.MapReverseProxy(pipeline =>
    {
        pipeline.Use(UnreachableServices.Explain);
        pipeline.Use(SecondReplica.Try);
        pipeline.UseLoadBalancing();
        pipeline.UsePassiveHealthChecks();
    });
}
