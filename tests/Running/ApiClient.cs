using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.Running;

/// <summary>A client of the public API.</summary>
/// <param name="gateway">The gateway's address.</param>
/// <param name="token">The caller's access token; null for an anonymous caller.</param>
/// <param name="password">The caller's password, for endpoints that ask for it again; null to not give it.</param>
public sealed class ApiClient(Uri gateway, string? token = null, string? password = null) : IDisposable
{
    string? _token = token;

    public Uri Gateway => gateway;

    readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) }) { BaseAddress =
        gateway, Timeout = TimeSpan.FromSeconds(60) };

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var answer = await SendOnceAsync(method, path, body, headers);
        var again = answer.Status == HttpStatusCode.Forbidden && answer.Text.Contains(":password-required", StringComparison.Ordinal);
        if (!again || password is null)
            return answer;
        // In a long run the sign-in may be too old for this endpoint.
        var confirmed = await SendOnceAsync(HttpMethod.Post, "/api/sessions/current/confirmation", new { password }, []);
        _token = confirmed.Expect(HttpStatusCode.OK).GetProperty("accessToken").GetString();
        return await SendOnceAsync(method, path, body, headers);
    }

    async Task<Answer> SendOnceAsync(HttpMethod method, string path, object? body, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (_token is not null)
            request.Headers.Authorization = new("Bearer", _token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PutAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, body, headers);

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
