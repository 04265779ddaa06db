using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Description;

/// <summary>What a host's OpenAPI document says beyond routes and schemas: who may call, what refusals look like, and examples.</summary>
static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services, string name) => services.AddOpenApi(name, options =>
    {
        options.CreateSchemaReferenceId = SchemaName;
        options.AddDocumentTransformer<SecuritySchemes>();
        options.AddOperationTransformer<Credentials>();
        options.AddOperationTransformer<ProblemAnswers>();
        options.AddOperationTransformer<IdempotencyHeader>();
        options.AddSchemaTransformer<Examples>();
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
