using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.ServiceDefaults.OpenApi;

/// <summary>Documents the problem responses that all endpoints share, so that no use case has to repeat them.</summary>
sealed class ProblemResponseTransformer : IOpenApiOperationTransformer
{
    const string Json = "application/problem+json";

    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        context.Document!.AddComponent("Problem", problem);
        var responses = operation.Responses ??= [];
        foreach (var (status, meaning) in Of(operation, context))
            responses.TryAdd(status, new OpenApiResponse { Description = meaning });
        // All problems have one schema, also those that a use case declares.
        foreach (var response in responses.Where(x => x.Key[0] is '4' or '5').Select(x => x.Value).OfType<OpenApiResponse>())
        {
            var schema = new OpenApiSchemaReference("Problem", context.Document);
            response.Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = schema } };
        }
    }

    static IEnumerable<(string Status, string Meaning)> Of(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 })
            yield return ("400", "A value is missing or has the wrong form; the fields are named.");
        if (operation.Security is { Count: > 0 })
        {
            yield return ("401", "Nobody is signed in, or the credential has ended.");
            yield return ("403", "Somebody else may do this.");
        }

        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
            yield return ("404", "There is no such thing, or it is not for the caller to know of.");
        yield return ("429", "Too many requests; Retry-After says when to come back.");
        yield return ("503", "Out of reach for a moment; Retry-After says when to come back.");
    }
}
