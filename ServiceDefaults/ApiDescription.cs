using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults;

static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services, string name) => services.AddOpenApi(name, x => x.CreateSchemaReferenceId = SchemaName);

    /// <summary>Every use case has a Request of its own: by their simple names all of them would share the schema of the first.</summary>
    static string? SchemaName(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        for (var outer = type.Type.DeclaringType; name is not null && outer is not null; outer = outer.DeclaringType)
            name = outer.Name + name;
        return name;
    }
}
