using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class The_description_of_an_api
{
    [Fact]
    public async Task Keeps_the_requests_of_two_use_cases_apart()
    {
        await using var host = await TestHost.StartAsync(app =>
        {
            app.MapPost("/tickets", (OpenThing.Request request) => request);
            app.MapPost("/replies", (AnswerThing.Request request) => request);
        });
        var description = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/test.json", TestContext.Current.CancellationToken);

        var schemas = description.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.GetProperty("OpenThingRequest").GetProperty("properties").TryGetProperty("subject", out _));
        Assert.True(schemas.GetProperty("AnswerThingRequest").GetProperty("properties").TryGetProperty("text", out _));
    }
}

public static class OpenThing
{
    public sealed record Request(string Subject);
}

public static class AnswerThing
{
    public sealed record Request(string Text);
}
