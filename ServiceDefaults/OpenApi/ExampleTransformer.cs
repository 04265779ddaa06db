using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>
/// Adds an example to each property by its name: names mean the same in every service, so one table serves all requests and responses.
/// </summary>
sealed class ExampleTransformer : IOpenApiSchemaTransformer
{
    static readonly Dictionary<string, JsonNode> Of = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "Ana Quispe",
        ["email"] = "ana.quispe@example.org",
        ["password"] = "cuatro palabras que nadie adivina",
        ["currentPassword"] = "la frase de antes, que ya no sirve",
        ["newPassword"] = "cuatro palabras que nadie adivina",
        ["subject"] = "La impresora del segundo piso no imprime",
        ["description"] = "Desde esta mañana se queda en «procesando» y no sale ninguna hoja.",
        ["text"] = "Ya reinicié la cola de impresión. ¿Puede probar otra vez?",
        ["comment"] = "Gracias, ya funciona.",
        ["title"] = "Impresoras",
        ["number"] = "HD-000123",
        ["language"] = "es",
        ["zone"] = "America/Lima",
        ["code"] = "K7TQ-2MXP-9RWD",
        ["answer"] = "K7TQ2M",
        ["fileName"] = "pantalla.png",
        ["contentType"] = "image/png",
        ["reason"] = "No es de mi área: es de redes.",
        ["note"] = "Vuelvo el lunes.",
        ["phone"] = "+51 1 555 0123",
        ["specialty"] = "Redes y servidores",
        ["tags"] = new JsonArray("impresora", "segundo piso"),
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Examples is { Count: > 0 })
            return Task.CompletedTask;
        if (context.JsonPropertyInfo is { } property && Of.TryGetValue(property.Name, out var known) && Fits(known, schema.Type))
            schema.Examples = [known.DeepClone()];
        else if (schema.Format == "uuid")
            schema.Examples = ["0198c0de-7a11-7c3e-9f3a-2b6d5e8f1a42"];
        else if (schema.Format == "date-time")
            schema.Examples = ["2026-03-02T14:05:00+00:00"];
        return Task.CompletedTask;
    }

    static bool Fits(JsonNode example, JsonSchemaType? type) =>
        type?.HasFlag(example is JsonArray ? JsonSchemaType.Array : JsonSchemaType.String) == true;
}
