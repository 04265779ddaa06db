using System.Text.Json.Nodes;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Gateway.Docs;

/// <summary>One OpenAPI document, merged from the services' own. A service that is down is missing until it is back.</summary>
sealed class ApiDocument(HttpClient http, ServiceEndpoints endpoints, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim _one = new(1);
    (DateTimeOffset At, string Text)? _last;

    /// <summary>The document as JSON, cached for a minute unless a service is missing.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetUtcNow() - last.At < Fresh)
                return last.Text;

            var services = Routes.Services.Order(StringComparer.Ordinal);
            var parts = await Task.WhenAll(services.Select(async x => (Service: x, Document: await FetchAsync(x, cancellationToken))));
            var missing = parts.Where(x => x.Document is null).Select(x => x.Service).ToList();
            var text = Merge(parts.Where(x => x.Document is not null).Select(x => (x.Service, x.Document!)), missing).ToJsonString();
            _last = missing.Count == 0 ? (time.GetUtcNow(), text) : null;
            return text;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        _one.Dispose();
    }

    async Task<string?> FetchAsync(string service, CancellationToken cancellationToken)
    {
        foreach (var replica in endpoints.Of(service))
        {
            try
            {
                return await http.GetStringAsync(new Uri(replica, $"/openapi/{service}.json"), cancellationToken);
            }
            catch (Exception exception)
                when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The next replica may answer; if none does, the document says that the service is missing.
            }
        }

        return null;
    }

    static JsonObject Merge(IEnumerable<(string Service, string Document)> parts, IReadOnlyCollection<string> missing)
    {
        var (paths, schemas, tags) = (new JsonObject(), new JsonObject(), new JsonArray());
        JsonNode? securitySchemes = null;
        foreach (var (service, text) in parts)
        {
            // Two services may have schemas of the same name.
            const string Schemas = "#/components/schemas/";
            var document = JsonNode.Parse(text.Replace(Schemas, $"{Schemas}{service}.", StringComparison.Ordinal))!.AsObject();
            Move(document["paths"]?.AsObject(), paths, x => x.StartsWith("/api/", StringComparison.Ordinal) ? x : null);
            Move(document["components"]?["schemas"]?.AsObject(), schemas, x => $"{service}.{x}");
            securitySchemes ??= document["components"]?["securitySchemes"]?.DeepClone();
            foreach (var tag in document["tags"]?.AsArray() ?? [])
                tags.Add(tag!.DeepClone());
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Helpdesk", ["version"] = "1", ["description"] = Introduction.Text(missing) },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas, ["securitySchemes"] = securitySchemes },
            ["tags"] = tags,
        };
    }

    static void Move(JsonObject? from, JsonObject to, Func<string, string?> name)
    {
        foreach (var (key, value) in from?.ToList() ?? [])
        {
            if (name(key) is { } kept)
                to[kept] = value!.DeepClone();
        }
    }
}
