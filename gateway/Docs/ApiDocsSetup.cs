using Helpdesk.ServiceDefaults;

namespace Helpdesk.Gateway.Docs;

/// <summary>The API's OpenAPI document, <c>/api/docs/openapi.json</c>, and the page that shows it, <c>/api/docs</c>.</summary>
static class ApiDocsSetup
{
    public const string Path = "/api/docs";

    const string Document = Path + "/openapi.json";

    // The library's page has inline styles; its scripts are files.
    const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void AddApiDocs(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(services => new ApiDocument(new HttpClient { Timeout = TimeSpan.FromSeconds(5) },
            services.GetRequiredService<ServiceEndpoints>(), services.GetRequiredService<TimeProvider>()));

    public static void UseApiDocsPage(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
                context.Response.Headers.ContentSecurityPolicy = PagePolicy;
            return next(context);
        });
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = Path.TrimStart('/');
            page.SwaggerEndpoint(Document, "Helpdesk");
            page.DocumentTitle = "Helpdesk API";
        });
    }

    public static void MapApiDocs(this WebApplication app) =>
        app.MapGet(Document, async (ApiDocument document, CancellationToken cancellationToken) =>
            TypedResults.Text(await document.ReadAsync(cancellationToken), "application/json")).AllowAnonymous();
}
