using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.Ticketing.Tests;

/// <summary>Somebody who calls the API, and reads its answers.</summary>
sealed class Caller(HttpClient http)
{
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text), text);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);
}

sealed record Answer(HttpStatusCode Status, JsonElement Json, string Text)
{
    public string Problem => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("type", out var type) ? type.GetString()!.Split('/')[^1] : "";

    public string[] Wrong => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(x => x.Name)] : [];

    public JsonElement Items => Json.GetProperty("items");

    public string this[string name] => Json.GetProperty(name).ToString();

    /// <summary>The answer, when it is as it should be.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}, not {(int)status}: {Text}");
        return this;
    }
}
