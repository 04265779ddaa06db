using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.Running;

/// <summary>The public addresses, as one caller sees them.</summary>
public sealed class Api(Uri gateway, string? token = null) : IDisposable
{
    public Uri Gateway => gateway;

    readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) }) { BaseAddress = gateway, Timeout = TimeSpan.FromSeconds(60) };

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PutAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Put, path, body, headers);

    public void Dispose() => _http.Dispose();
}

public sealed record Answer(HttpStatusCode Status, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public bool Succeeded => (int)Status is >= 200 and < 300;

    /// <exception cref="InvalidOperationException">The answer has another status.</exception>
    public JsonElement Expect(HttpStatusCode status) =>
        Status == status ? Json : throw new InvalidOperationException($"Expected {(int)status}, got {(int)Status}: {Text}");
}
