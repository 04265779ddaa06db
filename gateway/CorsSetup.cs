namespace Helpdesk.Gateway;

/// <summary>CORS: only origins in the setting <c>Cors:Origins</c> may read responses; by default none.</summary>
static class CorsSetup
{
    public static void AddCorsPolicy(this WebApplicationBuilder builder) => builder.Services.AddCors(options =>
        options.AddDefaultPolicy(policy => policy.WithOrigins([.. builder.Configuration.List("Cors:Origins")])
            .AllowAnyMethod().AllowAnyHeader().WithExposedHeaders("Location", "Retry-After", RequestIds.Header)));

    public static void UseCorsPolicy(this WebApplication app)
    {
        if (app.Configuration.List("Cors:Origins").Any())
            app.UseCors();
    }
}
