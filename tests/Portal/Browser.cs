using System.Net;
using System.Text.RegularExpressions;

namespace Helpdesk.Portal.Tests;

/// <summary>Somebody who looks at pages and sends their forms, without script.</summary>
sealed class Browser(HttpClient http, ServiceStub services) : IDisposable
{
    public ServiceStub Services => services;

    public async Task<PageResponse> GetAsync(string path) => await SeeAsync(await http.GetAsync(path));

    /// <summary>The answer itself, for what is no page.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path) => http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Sends a form of that page with its hidden fields and what is typed.</summary>
    public async Task<PageResponse> SendAsync(PageResponse page, string path, params (string Name, string Value)[] typed) =>
        await PostAsync(path, [.. page.Hidden.Where(x => typed.All(y => y.Name != x.Name)), .. typed]);

    /// <summary>Sends a form of that page with a file.</summary>
    public Task<PageResponse> SendFileAsync(PageResponse page, string path, string name, params (string Name, string Value)[] typed) =>
        SendFileAsync(page, path, name, [1, 2, 3], typed);

    public async Task<PageResponse> SendFileAsync(PageResponse page, string path, string name, byte[] content,
        params (string Name, string Value)[] typed)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in page.Hidden.Where(x => typed.All(y => y.Name != x.Name)).Concat(typed))
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(content), "Files", name);
        return await SeeAsync(await http.PostAsync(path, form));
    }

    /// <summary>Sends what no form of ours is behind.</summary>
    public async Task<PageResponse> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(x => KeyValuePair.Create(x.Name, x.Value)));
        return await SeeAsync(await http.PostAsync(path, form));
    }

    /// <summary>Of this browser's session alone: the Portal has one refresh at a time for each token.</summary>
    public string Refresh { get; } = $"refresh-{Guid.NewGuid():N}";

    /// <summary>Says from now on where its requests come from, as browsers do; null says nothing, as old ones do.</summary>
    public Browser From(string? site)
    {
        http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        if (site is not null)
            http.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        return this;
    }

    /// <summary>With every request from now on.</summary>
    public void Sends(string header, string value) => http.DefaultRequestHeaders.Add(header, value);

    /// <summary>Begins a session as this person.</summary>
    public async Task SignInAsync(
        string name = "Ana Paz", string[]? roles = null, bool mustChangePassword = false, bool mustSetUpTwoFactor = false,
        Guid? account = null)
    {
        services.On("POST", "/api/sessions", 200,
            Sessions.Of("access-1", Refresh, name, roles, mustChangePassword, mustSetUpTwoFactor, account));
        var seen = await SendAsync(await GetAsync("/sign-in"), "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour"));
        Assert.Equal(HttpStatusCode.Redirect, seen.Status);
    }

    public void Dispose() => http.Dispose();

    static async Task<PageResponse> SeeAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers.Location?.OriginalString,
        response.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies]
            : [], await response.Content.ReadAsStringAsync());
}

/// <summary>What a browser got.</summary>
sealed partial record PageResponse(HttpStatusCode Status, string? Location, IReadOnlyList<string> Cookies, string Html)
{
    /// <summary>As a person reads it.</summary>
    public string Text =>
        WebUtility.HtmlDecode(Tag().Replace(Bdi().Replace(Html[Math.Max(0, Html.IndexOf("<main", StringComparison.Ordinal))..], ""), " "));

    /// <summary>The hidden fields of the page's own forms.</summary>
    public IEnumerable<(string Name, string Value)> Hidden =>
        HiddenField().Matches(Html[Math.Max(0, Html.IndexOf("<main", StringComparison.Ordinal))..])
        .Select(x => (Attribute(x.Value, "name")!, WebUtility.HtmlDecode(Attribute(x.Value, "value") ?? ""))).DistinctBy(x => x.Item1);

    /// <summary>The cookie of the session, as it was set.</summary>
    public string? Session => Cookies.LastOrDefault(x => x.StartsWith("helpdesk=", StringComparison.Ordinal));

    static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"{name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;

    // Within a sentence, where it separates nothing.
    [GeneratedRegex("</?bdi>")]
    private static partial Regex Bdi();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();
}

static class Sessions
{
    /// <summary>What Identity answers to who signs in or continues.</summary>
    public static object Of(
        string access, string refresh, string name = "Ana Paz", string[]? roles = null, bool mustChangePassword = false,
        bool mustSetUpTwoFactor = false,
        Guid? account = null, string? timeZone = null) => new
    {
        accessToken = access,
        expiresIn = 3600,
        refreshToken = refresh,
        deviceToken = $"device-of-{access}",
        account = new
        {
            id = account ?? Guid.CreateVersion7(), name, email = "ana@example.org", language = "en", timeZone,
            roles = roles ?? ["Customer"], mustChangePassword, mustSetUpTwoFactor,
        },
    };
}
