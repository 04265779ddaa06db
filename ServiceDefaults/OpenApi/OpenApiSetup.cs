using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>What a host's OpenAPI document says beyond routes and schemas: who may call, what refusals look like, and examples.</summary>
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

    /// <summary>Every use case has a Request of its own: by their simple names all of them would share the schema of the first.</summary>
    static string? SchemaName(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        for (var outer = type.Type.DeclaringType; name is not null && outer is not null; outer = outer.DeclaringType)
            name = outer.Name + name;
        return name;
    }
}
