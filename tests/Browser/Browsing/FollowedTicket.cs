using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.Browser.Browsing;

/// <summary>A ticket that somebody opened over the API, with a picture, and what the desk does with it.</summary>
public sealed class FollowedTicket(CommonSystem system, string number, string secret, string email)
{
    public string Number => number;

    public string Secret => secret;

    public string Email => email;

    /// <summary>Its page.</summary>
    public string Path => $"/t/{secret}";

    string Api => $"/api/tickets/{number}";

    public static async Task<FollowedTicket> OpenAsync(CommonSystem system, string subject = "Printer",
        string description = "It prints half of each page.", string name = "Cleo Customer", bool withPicture = false, string? email = null)
    {
        using var anonymous = new ApiClient(system.Helpdesk.Gateway);
        email ??= Person.NewEmail();
        string[] attachments = withPicture ? [await UploadAsync(system)] : [];
        var pass = await Customer.SolveCaptchaAsync(anonymous);
        var opened = (await anonymous.PostAsync("/api/tickets",
            new { categoryId = system.Desk.Category, name, email, language = "en", subject, description, attachments },
            ("Captcha-Pass", pass))).Expect(HttpStatusCode.Created);
        return new FollowedTicket(system, opened.GetProperty("number").GetString()!, opened.GetProperty("trackingSecret").GetString()!,
            email);
    }

    /// <summary>An agent answers.</summary>
    public async Task AnswerAsync(string text) =>
        (await system.Admin.PostAsync($"{Api}/replies", new { text })).Expect(HttpStatusCode.Created);

    /// <summary>An agent has typed so much of an answer, or of a note for their colleagues.</summary>
    public async Task WriteAsync(string text, bool note = false) =>
        Assert.True((await system.Admin.PutAsync($"{Api}/draft", new { text, @internal = note })).Succeeded);

    public async Task CloseAsync() => Assert.True((await system.Admin.PutAsync($"{Api}/closure", new { })).Succeeded);

    public Task TakenAsync() =>
        Eventually.HoldsAsync(async () => (await ReadAsync()).GetProperty("assignee").ValueKind == System.Text.Json.JsonValueKind.Object);

    public async Task<string> StatusAsync() => (await ReadAsync()).GetProperty("status").GetString()!;

    public async Task<IReadOnlyList<string>> TextsAsync() =>
        [.. (await system.Admin.GetAsync($"{Api}/messages")).Expect(HttpStatusCode.OK).GetProperty("items").EnumerateArray()
            .Select(x => x.GetProperty("text").GetString()!)];

    async Task<System.Text.Json.JsonElement> ReadAsync() => (await system.Admin.GetAsync(Api)).Expect(HttpStatusCode.OK);

    static async Task<string> UploadAsync(CommonSystem system)
    {
        using var http = new HttpClient { BaseAddress = system.Helpdesk.Gateway };
        using var picture = new ByteArrayContent(Convert.FromBase64String(Pictures.Point)) { Headers = { ContentType = new("image/png") } };
        using var body = new MultipartFormDataContent { { picture, "file", "screen.png" } };
        using var answer = await http.PostAsync(new Uri("/api/attachments", UriKind.Relative), body);
        return new Answer(answer.StatusCode, await answer.Content.ReadAsStringAsync()).Expect(HttpStatusCode.Created)
            .GetProperty("receipt").GetString()!;
    }
}
