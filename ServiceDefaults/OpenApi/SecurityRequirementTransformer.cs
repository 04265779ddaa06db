using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>Documents which credentials an endpoint requires, from its metadata.</summary>
sealed class SecurityRequirementTransformer : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var demands = context.Description.ActionDescriptor.EndpointMetadata;
        if (demands.OfType<IAllowAnonymous>().Any())
            return Task.CompletedTask;

        var scheme = demands.OfType<AuthorizationPolicy>().SelectMany(x => x.AuthenticationSchemes)
            .Any(x => x.Equals(SecuritySchemeTransformer.Tracking, StringComparison.OrdinalIgnoreCase))
            ? SecuritySchemeTransformer.Tracking
            : SecuritySchemeTransformer.Bearer;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] }];
        var roles = demands.OfType<IAuthorizeData>().Select(x => x.Policy).OfType<string>().Distinct().ToList();
        if (roles.Count > 0)
            operation.Description = $"{operation.Description} For: {string.Join(", ", roles)}.".Trim();
        return Task.CompletedTask;
    }
}
