using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Texts_that_people_type : TicketingTest
{
    // Twenty thousand as they are kept, thirty thousand as a browser sends them.
    static readonly string Longest = string.Concat(Enumerable.Repeat("x\r\n", 9_999)) + "xy";

    [Fact]
    public async Task G12_are_counted_as_they_are_kept_at_every_door()
    {
        var ticket = await OpenForAnaAsync();
        var path = $"/api/tickets/{ticket.Number}";
        foreach (var (text, status) in new[] { (Longest, HttpStatusCode.Created), ("  " + Longest[..^1], HttpStatusCode.BadRequest),
            (Longest + "z", HttpStatusCode.BadRequest) })
        {
            Assert.Equal(status, (await Service.Anonymous().PostAsync("/api/tickets", Form(description: text),
                ("Captcha-Pass", Service.CaptchaPass()))).Status);
            Assert.Equal(status, (await Service.As(Ana).PostAsync($"{path}/replies", new { text })).Status);
            Assert.Equal(status, (await Service.As(Ana).PostAsync($"{path}/notes", new { text })).Status);
            Assert.Equal(status, (await ReplyByLinkAsync(ticket, new { text })).Status);
            Assert.Equal(status, (await Service.As(Dora).PostAsync("/api/canned-replies",
                new { title = "Long", textEs = text, areaId = Category.AreaId })).Status);
            var kept = status == HttpStatusCode.Created ? HttpStatusCode.NoContent : status;
            Assert.Equal(kept, (await Service.As(Ana).PutAsync($"{path}/draft", new { text })).Status);
        }

        foreach (var (text, status) in new[] { (Longest + "z", HttpStatusCode.BadRequest), (Longest, HttpStatusCode.NoContent) })
            Assert.Equal(status, (await Service.ByLink(ticket.Secret).PutAsync($"{path}/closure", new { comment = text })).Status);
        var comment = string.Concat(Enumerable.Repeat("x\r\n", 1_000));
        (await Service.ByLink(ticket.Secret).PutAsync($"{path}/rating", new { score = 5, comment = comment + "xyz" }))
            .Expect(HttpStatusCode.BadRequest);
        (await Service.ByLink(ticket.Secret).PutAsync($"{path}/rating", new { score = 5, comment })).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task G12_subjects_and_names_are_one_line_however_many_blanks_were_typed()
    {
        var blanks = new string(' ', 500);
        var typed = new { categoryId = Category.CategoryId, name = $" Cleo{blanks}\u202ECustomer\u202C ", email = Customer,
            subject = $"{blanks}Printer\r\n\ton fire{blanks}", description = "x" };
        var opened = (await Service.Anonymous().PostAsync("/api/tickets", typed, ("Captcha-Pass", Service.CaptchaPass())))
            .Expect(HttpStatusCode.Created);
        var seen = (await Service.As(Dora).GetAsync($"/api/tickets/{opened["number"]}")).Json;
        Assert.Equal(("Printer on fire", "Cleo Customer"),
            (seen.GetProperty("subject").GetString(), seen.GetProperty("customer").GetProperty("name").GetString()));
        (await Service.As(Dora).PutAsync($"/api/tickets/{opened["number"]}/subject", new { subject = blanks + new string('x', 255) }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PutAsync($"/api/tickets/{opened["number"]}/subject", new { subject = new string('x', 256) }))
            .Expect(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("  if (x)\r\n\t\treturn;\r\n\r\nName   Price\r\nPaper     3\r\n\r\n", "  if (x)\n\t\treturn;\n\nName   Price\nPaper     3")]
    [InlineData("\r\n \r\n    indented", "    indented")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069", "evil x")]
    [InlineData("a\u0000\u0007b\u2028c\u0085d", "ab\nc\nd")]
    public async Task G12_keep_their_columns_and_lose_only_what_deceives(string typed, string kept)
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = typed })).Expect(HttpStatusCode.Created);
        Assert.Equal(kept, (await Heard.OneAsync<AgentReplied>(x => x.Ticket.Id == ticket.Id)).Text);
        Assert.Equal(kept, (await Service.TrackAsync(ticket.Secret))
            .Json.GetProperty("messages").GetProperty("items")[1].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("\u200B\u200C\u2060")]
    [InlineData("\u3164\uFFA0")]
    [InlineData("\u2800 \u00AD")]
    [InlineData("\u202E\u202C")]
    [InlineData(" \r\n\t\u3000")]
    public async Task G12_of_nothing_that_can_be_seen_count_as_empty(string typed)
    {
        var ticket = await OpenForAnaAsync();
        var path = $"/api/tickets/{ticket.Number}";
        Assert.Equal(["text"], (await Service.As(Ana).PostAsync($"{path}/replies", new { text = typed }))
            .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["text"], (await Service.As(Ana).PostAsync($"{path}/notes", new { text = typed }))
            .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["text"], (await ReplyByLinkAsync(ticket, new { text = typed }))
            .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["subject"], (await Service.As(Ana).PutAsync($"{path}/subject", new { subject = typed }))
            .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["reason"], (await Service.As(Ana).PutAsync($"{path}/assignee", new { agentId = (Guid?)null, reason = typed }))
            .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["title"], (await Service.As(Dora).PostAsync("/api/canned-replies", new { title = typed, textEs = "x" }))
            .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["description"], (await OpenAsync(name: "Cleo", description: typed)).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["name"], (await OpenAsync(name: typed, description: "x")).Expect(HttpStatusCode.BadRequest).Wrong);
        var nameless = (await OpenAsync(name: "Cleo", description: "x", subject: typed)).Expect(HttpStatusCode.Created)["number"];
        Assert.Equal("Printers", (await Service.As(Dora).GetAsync($"/api/tickets/{nameless}"))["subject"]);
    }

    Task<Answer> OpenAsync(string name, string description, string? subject = null) => Service.Anonymous().PostAsync(
        "/api/tickets", new { categoryId = Category.CategoryId, name, email = Customer, subject, description },
            ("Captcha-Pass", Service.CaptchaPass()));
}
