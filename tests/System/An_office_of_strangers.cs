using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Helpdesk.WholeSystem;

/// <summary>Twenty people without an account behind one address, on the pages as they are, with no limit raised.</summary>
[Collection(nameof(An_office_of_strangers))]
public sealed partial class An_office_of_strangers
{
    const int People = 20;

    // The smallest picture there is.
    static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task G19_all_open_their_tickets_within_ten_minutes_with_a_wrong_answer_and_a_reload_now_and_then()
    {
        await using var helpdesk = await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(5), "--Captcha:ExposeAnswers=true");
        using var installation = await Installation.OpenAsync(helpdesk);
        var desk = await installation.MakeDeskAsync(agents: 1);
        // What the picture says is asked of Captcha itself: a person reads it without asking anybody.
        var captcha = helpdesk.Parts.First(x => x.Name.StartsWith("captcha", StringComparison.Ordinal));
        using var eyes = new HttpClient { BaseAddress = new Uri(captcha.Address) };

        var opened = new List<string>();
        for (var number = 1; number <= People; number++)
            opened.Add(await OpenAsync(helpdesk.Gateway, eyes, desk, number));
        Assert.Equal(People, opened.Distinct().Count());
    }

    static async Task<string> OpenAsync(Uri gateway, HttpClient eyes, Desk desk, int number)
    {
        using var browser = new HttpClient { BaseAddress = gateway };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await ReadAsync(await browser.GetAsync("/"));
        var form = await ReadAsync(await browser.GetAsync("/new"));
        if (number % 2 == 0)
            form = await ReadAsync(await browser.GetAsync("/new"));
        if (number % 3 == 0)
            form = await ReadAsync(await SendAsync("nonsense", form), HttpStatusCode.UnprocessableEntity);
        var id = Hidden(form, "Captcha.Id");
        var answer = (await eyes.GetFromJsonAsync<JsonElement>($"/api/captcha/challenges/{id}/answer")).GetProperty("answer").GetString()!;
        var review = await ReadAsync(await SendAsync(answer, form));

        using var all = new FormUrlEncodedContent([.. HiddenField().Matches(review[review.IndexOf("<main", StringComparison.Ordinal)..])
            .Select(x => KeyValuePair.Create(Attribute(x.Value, "name"), Attribute(x.Value, "value"))),
            KeyValuePair.Create("Form.Description", "The printer says nothing.")]);
        var ticket = await browser.PostAsync("/new?handler=Send", all);
        var page = await ReadAsync(ticket);
        Assert.StartsWith("/opened/", ticket.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        return Number().Match(page).Value;

        async Task<HttpResponseMessage> SendAsync(string read, string from)
        {
            using var body = new MultipartFormDataContent();
            foreach (var (name, value) in new[]
            {
                ("Form.CategoryId", $"{desk.Category}"), ("Form.Description", "The printer says nothing."),
                ("Form.Name", $"Person {number}"),
                ("Form.Email", $"person{number}.{desk.Mark}@example.org"), ("Form.Key", Hidden(from, "Form.Key")),
                ("Captcha.Id", Hidden(from, "Captcha.Id")), ("Captcha.Answer", read),
                ("__RequestVerificationToken", Hidden(from, "__RequestVerificationToken")),
            })
                body.Add(new StringContent(value), name);
            foreach (Match kept in HiddenField().Matches(from).Where(x => Attribute(x.Value, "name") == "Form.Kept"))
                body.Add(new StringContent(Attribute(kept.Value, "value")), "Form.Kept");
            body.Add(new ByteArrayContent(Picture) { Headers = { ContentType = new("image/png") } }, "Files", "screen.png");
            return await browser.PostAsync("/new?handler=Review", body);
        }
    }

    static async Task<string> ReadAsync(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{response.RequestMessage!.RequestUri}: {(int)response.StatusCode} {text}");
        return text;
    }

    static string Hidden(string page, string name) =>
        HiddenField().Matches(page).Select(x => x.Value).Where(x => Attribute(x, "name") == name).Select(x => Attribute(x, "value")).Last();

    static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();

    [GeneratedRegex("HD-[0-9]{6}")]
    private static partial Regex Number();
}
