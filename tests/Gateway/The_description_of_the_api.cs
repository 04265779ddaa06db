using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.Gateway.Tests;

public sealed class The_description_of_the_api : IAsyncLifetime
{
    readonly Clock _clock = new();
    readonly Dictionary<string, Upstream> _services = [];
    TestGateway _gateway = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "identity", "assignment", "ticketing", "attachment", "captcha", "operations" })
            _services[name] = await Upstream.StartAsync(context => context.Response.WriteAsync(Document(name)));
        _gateway = await TestGateway.StartAsync(_clock,
            [.. _services.Select(x => (x.Key, new[] { x.Value.Address })), ("notification", [Upstream.DeadAddress])],
            "--Limits:AnonymousPerMinute=5");
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var service in _services.Values)
            await service.DisposeAsync();
    }

    static string Document(string service) => $$"""
        {
          "openapi": "3.1.1",
          "paths": {
            "/api/{{service}}": {
              "post": {
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Request" } } } }
              }
            },
            "/internal": { "get": {} }
          },
          "components": {
            "schemas": { "Request": { "type": "object", "description": "of {{service}}" } },
            "securitySchemes": { "bearer": { "type": "http", "scheme": "bearer" } }
          },
          "tags": [ { "name": "{{service}}" } ]
        }
        """;

    Task<JsonElement> ReadAsync() => _gateway.Client.GetFromJsonAsync<JsonElement>("/api/docs/openapi.json", Stop);

    [Fact]
    public async Task AP2_is_one_document_of_all_services_and_says_which_is_missing()
    {
        var document = await ReadAsync();

        Assert.Equal(_services.Keys.Select(x => $"/api/{x}").Order(),
            document.GetProperty("paths").EnumerateObject().Select(x => x.Name).Order());
        Assert.Equal(_services.Keys.Order(), document.GetProperty("tags").EnumerateArray().Select(x => x.GetProperty("name").GetString())
            .Order());
        Assert.True(document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("bearer", out _));
        Assert.Contains("missing here:** notification.", document.GetProperty("info").GetProperty("description").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schemas_of_one_name_stay_apart()
    {
        var document = await ReadAsync();

        foreach (var service in _services.Keys)
        {
            var reference = document.GetProperty("paths").GetProperty($"/api/{service}").GetProperty("post").GetProperty("requestBody")
                .GetProperty("content")
                .GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
            var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.Split('/')[^1]);
            Assert.Equal($"of {service}", schema.GetProperty("description").GetString());
        }
    }

    [Fact]
    public async Task Is_asked_of_the_services_once_in_a_minute_when_none_is_missing()
    {
        await using var notification = await Upstream.StartAsync(context => context.Response.WriteAsync(Document("notification")));
        await using var gateway = await TestGateway.StartAsync(_clock,
            [.. _services.Select(x => (x.Key, new[] { x.Value.Address })), ("notification", [notification.Address])]);

        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/docs/openapi.json")).StatusCode);
        Assert.Single(notification.Arrivals);
    }

    [Fact]
    public async Task Has_a_page_for_people_that_loads_nothing_from_elsewhere()
    {
        var page = await _gateway.GetAsync("/api/docs/index.html");
        var text = await page.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("//", text.Replace("http://www.w3.org", "", StringComparison.Ordinal)
            .Replace("<!--", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _gateway.GetAsync("/api/docs/swagger-ui-bundle.js")).StatusCode);
    }
}
