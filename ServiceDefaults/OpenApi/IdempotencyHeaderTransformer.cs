using Helpdesk.ServiceDefaults.Idempotency;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>Documents the header where it is honoured.</summary>
sealed class IdempotencyHeaderTransformer : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IdempotencyKeyMetadata>().Any())
            return Task.CompletedTask;

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyMiddleware.Header,
            In = ParameterLocation.Header,
            Description = "A random text of the caller's, 16 to 200 characters. A repetition with the same key gets the first "
                + "response again and does nothing.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String, MinLength = 16, MaxLength = 200, Examples = ["0f4c2a8e-6d53-4b53-9f06-0c9d5b1f7a11"],
            },
        });
        return Task.CompletedTask;
    }
}
