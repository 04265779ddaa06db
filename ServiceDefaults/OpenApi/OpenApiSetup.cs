using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>Adds credentials, problem responses and examples to a host's OpenAPI document.</summary>
static class OpenApiSetup
{
    public static void AddOpenApiDocument(this IServiceCollection services, string name) => services.AddOpenApi(name, options =>
    {
        options.CreateSchemaReferenceId = SchemaName;
        options.AddDocumentTransformer<SecuritySchemeTransformer>();
        options.AddOperationTransformer<SecurityRequirementTransformer>();
        options.AddOperationTransformer<ProblemResponseTransformer>();
        options.AddOperationTransformer<IdempotencyHeaderTransformer>();
        options.AddSchemaTransformer<ExampleTransformer>();
    });

    /// <summary>Nested types need the outer name too: otherwise all types named Request would share one schema.</summary>
    static string? SchemaName(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        for (var outer = type.Type.DeclaringType; name is not null && outer is not null; outer = outer.DeclaringType)
            name = outer.Name + name;
        return name;
    }
}
