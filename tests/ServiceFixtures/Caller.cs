using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Helpdesk.Fixtures;

/// <summary>A client of the API.</summary>
public sealed class Caller(HttpClient http)
{
    /// <param name="body">Sent as JSON; a string as it is.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch { null => null, string json => new StringContent(json, new MediaTypeHeaderValue("application/json")),
            _ => JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);
}
