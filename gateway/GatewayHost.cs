using Helpdesk.Gateway.Docs;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Helpdesk.Gateway;

/// <summary>The gateway's services, and its pipeline in order.</summary>
static class GatewayHost
{
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddTraceIsolation();
        builder.AddKnownProxies();
        builder.AddRequestRateLimits();
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
        // Authorization is the services' business; the fallback policy must not keep anonymous callers out here.
        app.UseAuthorization();
        app.MapHealthChecks("/health").AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapApiDocs();
        app.MapRobots();
        app.MapProxy();
        // Unknown API addresses must not fall through to the pages.
        app.Map("/api/{**path}", () => Problem.NotFound("address")).AllowAnonymous();
        return app;
    }
}
