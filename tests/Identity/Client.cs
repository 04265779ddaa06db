using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.Identity.Tests;

/// <summary>Somebody who talks to the service over HTTP.</summary>
sealed class Client(HttpClient http, Answer? session = null)
{
    public const string FirstPassword = "given-by-the-admin-1";

    public Guid Account => Session.Body.GetProperty("account").GetProperty("id").GetGuid();
    public string RefreshToken => Session.Text("refreshToken");
    Answer Session => session ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The same, with the tokens of this answer.</summary>
    public Client As(Answer signedIn) => new(http, signedIn);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);
    public Task<Answer> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);
    public Task<Answer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);
    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> RefreshAsync(string? token = null) => PostAsync("/api/sessions/refresh", new { refreshToken = token ?? RefreshToken });

    /// <summary>A new account by this administrator.</summary>
    public async Task<Answer> CreateAsync(string name, params string[] roles) =>
        (await PostAsync("/api/accounts", new { name, email = $"{name.Replace(' ', '.')}@example.org", password = FirstPassword, language = "es", roles })).Expect(201);

    /// <summary>Changes an account as it is now but for what is given.</summary>
    public async Task<Answer> ChangeAsync(Guid id, string? name = null, string? email = null, string[]? roles = null, long? version = null, string? password = null)
    {
        var now = (await GetAsync($"/api/accounts/{id}")).Expect(200);
        return await PutAsync($"/api/accounts/{id}", new
        {
            name = name ?? now.Text("name"),
            email = email ?? now.Text("email"),
            language = now.Text("language"),
            roles = roles ?? now.Texts("roles"),
            version = version ?? now.Body.GetProperty("version").GetInt64(),
            password,
        });
    }

    async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (session is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.Text("accessToken"));
        request.Content = body switch { null => null, string json => new StringContent(json, new MediaTypeHeaderValue("application/json")), _ => JsonContent.Create(body) };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, text);
    }
}

/// <summary>What the service answered.</summary>
sealed record Answer(int Status, string Content)
{
    public JsonElement Body => field.ValueKind != JsonValueKind.Undefined ? field : field = JsonDocument.Parse(Content).RootElement;

    /// <summary>The stable word of the problem.</summary>
    public string Problem => Text("type").Replace("https://helpdesk.dev/problems/", "", StringComparison.Ordinal);

    public Guid Id => Body.GetProperty("id").GetGuid();

    public string Text(string member) => Body.GetProperty(member).GetString()!;

    public string[] Texts(string member) => [.. Body.GetProperty(member).EnumerateArray().Select(x => x.GetString()!)];

    public bool Says(string member) => Body.GetProperty(member).GetBoolean();

    public Answer Expect(int status)
    {
        Assert.True(status == Status, $"Answered {Status} instead of {status}: {Content}");
        return this;
    }

    /// <summary>Refused with this status and stable word.</summary>
    public Answer Refused(int status, string problem)
    {
        Expect(status);
        Assert.Equal(problem, Problem);
        return this;
    }

    /// <summary>Refused because of this field.</summary>
    public void Invalid(string field)
    {
        Refused(400, "invalid");
        Assert.Contains(Body.GetProperty("errors").EnumerateObject(), x => x.Name == field);
    }
}
