using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Gateway.Docs;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Helpdesk.Gateway;

/// <summary>The order in which a request meets the gateway's rules.</summary>
static class GatewayHost
{
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddTraceIsolation();
        builder.AddKnownProxies();
        builder.AddRequestLimits();
        builder.AddSizeLimits();
        builder.AddAccessLog();
        builder.AddTokenKeys();
        builder.Services.AddBrowserSession();
        builder.AddCorsPolicy();
        builder.AddProxy();
        builder.AddApiDocs();
        return builder;
    }

    public static WebApplication UseGateway(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseRequestIds();
        app.UseAccessLog();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseCorsPolicy();
        app.UseAuthentication();
        app.UseBrowserSession();
        app.UseRateLimiter();
        app.UseSizeLimits();
        app.UseApiDocsPage();
        // Who may do what is decided in the services; the policy for signed-in persons must not shut the anonymous out here.
        app.UseAuthorization();
        app.MapHealthChecks("/health").AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapApiDocs();
        app.MapRobots();
        app.MapProxy();
        // What the API does not have is no page either.
        app.Map("/api/{**path}", () => Problem.NotFound("address")).AllowAnonymous();
        return app;
    }
}
