using System.Net;
using System.Net.Http.Json;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_link_where_it_opens_nothing : TicketingTest
{
    const string Missing = "HD-987654321";

    /// <summary>All that a link does with its own ticket.</summary>
    static readonly (HttpMethod Method, string Path, object? Body)[] Uses =
    [
        (HttpMethod.Get, "", null),
        (HttpMethod.Get, "/messages", null),
        (HttpMethod.Get, $"/files/{Guid.Empty}", null),
        (HttpMethod.Post, "/replies", new { text = "Let me in" }),
        (HttpMethod.Put, "/closure", new { comment = "Let me in" }),
        (HttpMethod.Delete, "/closure", null),
        (HttpMethod.Put, "/rating", new { score = 1 }),
        (HttpMethod.Post, "/tracking-links", new { }),
    ];

    [Fact]
    public async Task F3_another_ticket_answers_in_every_place_as_one_that_does_not_exist()
    {
        var (mine, other) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        var before = await TicketAsync(other);
        foreach (var (method, path, body) in Uses)
        {
            var (told, tag) = await AskAsync(mine, method, $"/api/tickets/{other.Number}{path}", body);
            var (missing, _) = await AskAsync(mine, method, $"/api/tickets/{Missing}{path}", body);
            Assert.Equal(HttpStatusCode.NotFound, told.Status);
            Assert.Equal(WithoutTrace(missing), WithoutTrace(told));
            Assert.False(tag);
        }

        Assert.Equal(before, await TicketAsync(other));
        (await Service.TrackAsync(other.Secret)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"2\"")]
    [InlineData("*")]
    [InlineData("no version")]
    public async Task F3_nor_does_a_version_in_If_Match_find_out_more(string version)
    {
        var (mine, other) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        foreach (var (method, path, body) in Uses.Where(x => x.Method != HttpMethod.Get))
            (await Service.ByLink(mine.Secret).SendAsync(method, $"/api/tickets/{other.Number}{path}", body, ("If-Match", version)))
                .Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    public async Task F3_nor_does_another_method(string method)
    {
        var (mine, other) = (await OpenAsync(), await OpenAsync());
        var answers = new List<string>();
        foreach (var number in new[] { mine.Number, other.Number, Missing })
        {
            var (answer, tag) = await AskAsync(mine, new HttpMethod(method), $"/api/tickets/{number}", null);
            Assert.False(tag);
            answers.Add(WithoutTrace(answer));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task F3_what_is_the_staffs_or_an_accounts_takes_no_link_on_its_own_ticket_either()
    {
        var ticket = await OpenForAnaAsync();
        foreach (var path in new[] { "timeline", "timers", "links", "draft", $"canned-replies/{Guid.NewGuid()}" })
            (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}/{path}")).Expect(HttpStatusCode.Unauthorized);
        foreach (var (path, body) in new (string, object)[]
        {
            ("status", new { status = "Closed" }), ("priority", new { priority = "Urgent" }), ("assignee", new { agentId = Ana.Id }),
            ("category", new { categoryId = Category.CategoryId }), ("subject", new { subject = "Mine" }),
            ("tags", new { tags = new[] { "vip" } }), ("draft", new { text = "x" }),
        })
            (await Service.ByLink(ticket.Secret).PutAsync($"/api/tickets/{ticket.Number}/{path}", body))
                .Expect(HttpStatusCode.Unauthorized);
        foreach (var (path, body) in new (string, object)[]
        {
            ("notes", new { text = "x" }), ("links", new { to = "HD-1", kind = "Blocks" }), ("merge", new { into = "HD-1" }),
        })
            (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/{path}", body))
                .Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink(ticket.Secret).DeleteAsync($"/api/tickets/{ticket.Number}/draft")).Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink(ticket.Secret).DeleteAsync($"/api/tickets/{ticket.Number}/links/Blocks/HD-1"))
            .Expect(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?view=all")]
    [InlineData("/counts")]
    [InlineData("/export?format=csv")]
    [InlineData("/export?format=xlsx")]
    [InlineData("/tags")]
    public async Task F3_lists_take_none(string path)
    {
        var ticket = await OpenAsync();
        (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets{path}")).Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink(ticket.Secret).GetAsync("/api/canned-replies")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task F3_a_file_of_a_note_is_not_found_by_it()
    {
        var ticket = await OpenForAnaAsync(Service.Upload());
        var file = await Service.ReadAsync(db => db.Attachments.Where(x => x.TicketId == ticket.Id).Select(x => x.Id).SingleAsync());
        (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.OK);
        await Service.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"update message set kind = 'InternalNote' where ticket_id = {ticket.Id}"));
        (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.NotFound);
        (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("It smokes.", (await Service.TrackAsync(ticket.Secret)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F3_what_follows_its_closed_ticket_has_a_link_of_its_own()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        var next = (await ReplyByLinkAsync(ticket, new { text = "Again" })).Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn");
        var (number, secret) = (next.GetProperty("number").GetString()!, next.GetProperty("trackingSecret").GetString()!);
        Assert.Equal(ticket.Number, (await Service.ByLink(ticket.Secret).GetAsync("/api/tracking"))["number"]);
        Assert.Equal(number, (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}"))["continuedIn"]);
        (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{number}")).Expect(HttpStatusCode.NotFound);
        (await Service.ByLink(secret).GetAsync($"/api/tickets/{number}")).Expect(HttpStatusCode.OK);
        (await Service.ByLink(secret).GetAsync($"/api/tickets/{ticket.Number}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task F3_two_credentials_together_open_nothing()
    {
        var (ticket, dora) = (await OpenForAnaAsync(), Service.As(Dora.Id, Dora.Name, Dora.Email, Dora.Roles));
        var (link, token) = ($"Tracking {ticket.Secret}", dora.DefaultRequestHeaders.Authorization!.ToString());
        foreach (var shown in new string[][]
        {
            [link, token], [token, link], [link, link], [$"{link}, {token}"], [$"{token}, {link}"], [$"{link} {token}"], ["Tracking"],
            [$"Tracking {ticket.Number}"], [$"Tracking {ticket.Id}"], [$"Bearer {ticket.Secret}"], [$"Trackings {ticket.Secret}"],
        })
            foreach (var path in new[] { "/api/tracking", $"/api/tickets/{ticket.Number}", "/api/tickets" })
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(path, shown));
    }

    [Theory]
    [InlineData("tracking")]
    [InlineData("TRACKING")]
    public async Task Word_before_the_secret_is_read_in_any_letters(string word)
    {
        var ticket = await OpenAsync();
        foreach (var path in new[] { "/api/tracking", $"/api/tickets/{ticket.Number}", $"/api/tickets/{ticket.Number}/messages" })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, $"{word} {ticket.Secret}"));
    }

    [Fact]
    public async Task One_that_opens_nothing_is_refused_in_its_own_words_and_a_token_in_its_own()
    {
        var ticket = await OpenAsync();
        foreach (var path in new[] { "/api/tracking", $"/api/tickets/{ticket.Number}" })
            Assert.Equal("tracking-secret-unknown", (await Service.ByLink("made-up").GetAsync(path))
                .Expect(HttpStatusCode.Unauthorized).Problem);
        Assert.Equal("not-signed-in", (await Service.Anonymous().GetAsync($"/api/tickets/{ticket.Number}"))
            .Expect(HttpStatusCode.Unauthorized).Problem);
    }

    [Fact]
    public async Task Key_of_a_request_repeats_no_answer_to_another_link()
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());
        var (key, reply) = (("Idempotency-Key", Guid.NewGuid().ToString()), new { text = "Once" });
        var first = await Service.ByLink(one.Secret).PostAsync($"/api/tickets/{one.Number}/replies", reply, key);
        Assert.Equal(first.Expect(HttpStatusCode.Created),
            await Service.ByLink(one.Secret).PostAsync($"/api/tickets/{one.Number}/replies", reply, key));
        (await Service.ByLink(two.Secret).PostAsync($"/api/tickets/{one.Number}/replies", reply, key)).Expect(HttpStatusCode.NotFound);
        Assert.NotEqual(first["id"], (await Service.ByLink(two.Secret).PostAsync($"/api/tickets/{two.Number}/replies", reply, key))["id"]);
    }

    async Task<(Answer Answer, bool HasTag)> AskAsync(Opened ticket, HttpMethod method, string path, object? body)
    {
        using var client = Service.CreateClient();
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Tracking", ticket.Secret);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (new(response.StatusCode, text), response.Headers.ETag is not null);
    }

    async Task<HttpStatusCode> StatusAsync(string path, params string[] shown)
    {
        using var client = Service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var credential in shown)
            request.Headers.TryAddWithoutValidation("Authorization", credential);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    async Task<string> TicketAsync(Opened ticket) =>
        (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}")).Expect(HttpStatusCode.OK).Text;

    /// <summary>Each problem names the trace of its own request.</summary>
    static string WithoutTrace(Answer answer) => $"{answer.Status} {string.Join(' ', answer.Text.Length == 0
        ? []
        : answer.Json.EnumerateObject().Where(x => x.Name != "traceId").Select(x => x.ToString()))}";
}
