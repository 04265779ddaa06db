using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>Documents the two ways to authenticate.</summary>
sealed class SecuritySchemeTransformer : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";
    public const string Tracking = "tracking";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = $"Helpdesk: {context.DocumentName}", Version = "1" };
        // The API is called at the gateway, not at this host.
        document.Servers = [];
        var components = document.Components ??= new OpenApiComponents();
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer",
                Description = "The access token of a session: POST /api/sessions. It lasts an hour.",
            },
            [Tracking] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization",
                Description = "The word Tracking, a space, and the secret of the ticket's link.",
            },
        };
        return Task.CompletedTask;
    }
}
