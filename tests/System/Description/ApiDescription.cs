using System.Net;
using System.Text.Json.Nodes;
using Helpdesk.Fixtures;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem.Description;

/// <summary>What the system says of its own API.</summary>
public sealed class ApiDescription
{
    readonly JsonNode _document;

    ApiDescription(JsonNode document) => (_document, Operations) = (document, ReadOperations(document));

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The whole of it; at first a service may take longer to describe itself than the gateway waits.</summary>
    public static async Task<ApiDescription> ReadAsync(ApiClient api)
    {
        var description = "";
        await Eventually.HoldsAsync(async () =>
        {
            var response = await api.GetAsync("/api/docs/openapi.json");
            description = response.Text;
            return response.Status == HttpStatusCode.OK && !description.Contains("missing here", StringComparison.Ordinal);
        });
        return new(JsonNode.Parse(description)!);
    }

    /// <summary>The schema itself, where one only refers to it.</summary>
    public JsonObject? Resolve(JsonNode? schema)
    {
        var depth = 0;
        while (schema?["$ref"]?.GetValue<string>() is { } reference && depth++ < 10)
            schema = _document["components"]!["schemas"]![reference.Split('/')[^1]];
        if ((schema?["oneOf"] ?? schema?["anyOf"] ?? schema?["allOf"]) is JsonArray { Count: > 0 } choices)
            return Resolve(choices.FirstOrDefault(x => x?["type"]?.ToString() != "null"));
        return schema as JsonObject;
    }

    /// <summary>A body that the description says is right; null when the operation takes none.</summary>
    public JsonNode? Example(Operation operation, Random random) => Example(operation.Body("application/json"), random, 0);

    JsonNode? Example(JsonNode? schema, Random random, int depth)
    {
        if (Resolve(schema) is not { } resolved || depth > 4)
            return null;
        if (resolved["enum"] is JsonArray { Count: > 0 } words)
            return words[random.Next(words.Count)]?.DeepClone();
        if (resolved["examples"] is JsonArray { Count: > 0 } examples)
            return examples[0]!.DeepClone();
        return TypeOf(resolved) switch
        {
            "object" => new JsonObject((resolved["properties"]?.AsObject() ?? [])
                .Select(x => KeyValuePair.Create(x.Key, Example(x.Value, random, depth + 1)))),
            "array" => new JsonArray(Example(resolved["items"], random, depth + 1)),
            "integer" => random.Next(1, 6),
            "number" => random.NextDouble(),
            "boolean" => random.Next(2) == 0,
            _ => "text",
        };
    }

    static string TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(x => x!.GetValue<string>()).FirstOrDefault(x => x != "null") ?? "string",
        { } one => one.GetValue<string>(),
        null => schema["properties"] is null ? "string" : "object",
    };

    static List<Operation> ReadOperations(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           where method.Key is "get" or "post" or "put" or "delete" or "patch"
           select new Operation(method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject()),
    ];
}

/// <summary>A method at an address.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Description">As the document has it.</param>
public sealed record Operation(string Method, string Path, JsonObject Description)
{
    public string Route => $"{Method} {Path}";

    public string Name => Description["operationId"]?.GetValue<string>() ?? "";

    public JsonObject? Body(string contentType) => Description["requestBody"]?["content"]?[contentType]?["schema"]?.AsObject();

    public IEnumerable<(string Name, JsonNode? Schema)> Parameters(string place) =>
        from parameter in Description["parameters"]?.AsArray() ?? []
        where parameter!["in"]!.GetValue<string>() == place
        select (parameter["name"]!.GetValue<string>(), parameter["schema"]);

    public override string ToString() => Route;
}
