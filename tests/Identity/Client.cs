using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.Identity.Tests;

/// <summary>Somebody who talks to the service over HTTP.</summary>
sealed class Client(HttpClient http, Answer? session = null, string? accessToken = null)
{
    public const string FirstPassword = "given-by-the-admin-1";

    public Guid Account => Session.Json.GetProperty("account").GetProperty("id").GetGuid();
    public string AccessToken => accessToken ?? Session["accessToken"];
    public string RefreshToken => Session["refreshToken"];
    public string DeviceToken => Session["deviceToken"];
    Answer Session => session ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The same, with the tokens of this answer.</summary>
    public Client As(Answer signedIn) => new(http, signedIn);

    /// <summary>The same session, with another access token.</summary>
    public Client WithToken(string token) => new(http, Session, token);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);
    public Task<Answer> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);
    public Task<Answer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);
    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> RefreshAsync(string? token = null) =>
        PostAsync("/api/sessions/refresh", new { refreshToken = token ?? RefreshToken });

    /// <summary>The settings with these chosen, seen as they are now.</summary>
    public async Task<Answer> ChangeSettingsAsync(object settings, string? seen = null) =>
        await SendAsync(
            HttpMethod.Put, "/api/settings", settings,
            ("If-Match", seen ?? $"\"{(await GetAsync("/api/settings")).Expect(HttpStatusCode.OK)["version"]}\""));

    /// <summary>A new account by this administrator.</summary>
    public async Task<Answer> CreateAsync(string name, params string[] roles) =>
        (await PostAsync(
            "/api/accounts",
            new { name, email = $"{name.Replace(' ', '.')}@example.org", password = FirstPassword, language = "es", roles }))
            .Expect(HttpStatusCode.Created);

    /// <summary>Changes an account as it is now but for what is given.</summary>
    public async Task<Answer> ChangeAsync(
        Guid id, string? name = null, string? email = null, string[]? roles = null, long? version = null, string? password = null)
    {
        var now = (await GetAsync($"/api/accounts/{id}")).Expect(HttpStatusCode.OK);
        return await PutAsync($"/api/accounts/{id}", new
        {
            name = name ?? now["name"],
            email = email ?? now["email"],
            language = now["language"],
            roles = roles ?? now.Strings("roles"),
            version = version ?? now.Json.GetProperty("version").GetInt64(),
            password,
        });
    }

    public Task<Answer> SendAsync(
        HttpMethod method, string path, object? body = null, params IEnumerable<(string Name, string Value)> headers) =>
        new Caller(http).SendAsync(
            method, path, body,
            [.. headers, .. session is null ? [] : (IEnumerable<(string, string)>)[("Authorization", $"Bearer {AccessToken}")]]);
}
