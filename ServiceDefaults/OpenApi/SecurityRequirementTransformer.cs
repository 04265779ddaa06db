using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>Documents which credentials an endpoint requires, from its metadata.</summary>
sealed class SecurityRequirementTransformer : IOpenApiOperationTransformer
{
    static readonly string[] Known = [SecuritySchemeTransformer.Bearer, SecuritySchemeTransformer.Tracking];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var demands = context.Description.ActionDescriptor.EndpointMetadata;
        if (demands.OfType<IAllowAnonymous>().Any())
            return Task.CompletedTask;

        // A scheme that takes either has a name that says so.
        var schemes = demands.OfType<AuthorizationPolicy>().SelectMany(x => x.AuthenticationSchemes).ToList();
        string[] taken = schemes.Count == 0
            ? [SecuritySchemeTransformer.Bearer]
            : [.. Known.Where(x => schemes.Any(y => y.Contains(x, StringComparison.OrdinalIgnoreCase)))];
        operation.Security =
            [.. taken.Select(x => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(x, context.Document)] = [] })];
        var roles = demands.OfType<IAuthorizeData>().Select(x => x.Policy).OfType<string>().Distinct().ToList();
        if (roles.Count > 0)
            operation.Description = $"{operation.Description} For: {string.Join(", ", roles)}.".Trim();
        return Task.CompletedTask;
    }
}
