using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Numbers_as_people_write_them : TicketingTest
{
    public static TheoryData<string> Spellings => [.. Written("000001").Keys];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task G14_find_the_ticket_at_every_door(string spelling)
    {
        var (ticket, other) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        var written = Written(ticket.Number[3..])[spelling];
        var path = $"/api/tickets/{Uri.EscapeDataString(written)}";
        foreach (var door in new[] { "", "/messages", "/timeline", "/timers", "/links" })
            (await Service.As(Ana).GetAsync(path + door)).Expect(HttpStatusCode.OK);
        Assert.Equal(ticket.Number, (await Service.As(Ana).GetAsync(path))["number"]);
        (await Service.As(Ana).PutAsync($"{path}/draft", new { text = "Begun" })).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PostAsync($"{path}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        Assert.Equal([ticket.Number], await FoundAsync(written));

        var link = (await Service.As(Ana).PostAsync($"/api/tickets/{other.Number}/links", new { to = written, kind = "RelatesTo" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(ticket.Number, link["number"]);
        (await Service.As(Ana).DeleteAsync($"/api/tickets/{other.Number}/links/RelatesTo/{Uri.EscapeDataString(written)}"))
            .Expect(HttpStatusCode.NoContent);
        (await Service.Anonymous().PostAsync("/api/tracking/reminders", new { number = written, email = Customer }))
            .Expect(HttpStatusCode.Accepted);
        Assert.Equal(ticket.Id, (await Heard.OneAsync<TrackingLinkRequested>(_ => true)).Ticket.Id);
        (await Service.As(Ana).PostAsync($"/api/tickets/{other.Number}/merge", new { into = written })).Expect(HttpStatusCode.NoContent);
        Assert.Equal(ticket.Id, (await Heard.OneAsync<TicketMerged>(_ => true)).Into.Id);
    }

    [Theory]
    [InlineData("anything")]
    [InlineData("HD-")]
    [InlineData("HD-0")]
    [InlineData("71x")]
    [InlineData("7 1")]
    [InlineData("-")]
    [InlineData("99999999999999999999")]
    public async Task G14_what_holds_no_number_is_refused_in_words(string typed)
    {
        var ticket = await OpenForAnaAsync();
        var asked = (await Service.Anonymous().PostAsync("/api/tracking/reminders", new { number = typed, email = Customer }))
            .Expect(HttpStatusCode.BadRequest);
        Assert.Equal(("invalid", "number"), (asked.Problem, Assert.Single(asked.Wrong)));
        Assert.Equal(["to"], (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/links",
            new { to = typed, kind = "Blocks" })).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["into"], (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/merge", new { into = typed }))
            .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal("not-found", (await Service.As(Ana).GetAsync($"/api/tickets/{Uri.EscapeDataString(typed)}"))
            .Expect(HttpStatusCode.NotFound).Problem);
        Assert.Equal("not-found",
            (await Service.As(Ana).PostAsync($"/api/tickets/{Uri.EscapeDataString(typed)}/replies", new { text = "x" }))
            .Expect(HttpStatusCode.NotFound).Problem);
    }

    [Fact]
    public async Task G14_mere_digits_find_their_ticket_first_and_then_all_that_has_them_as_a_word()
    {
        var wanted = await OpenForAnaAsync();
        var digits = wanted.Number[3..].TrimStart('0');
        var said = new List<string>();
        for (var i = 0; i < 3; i++)
            said.Insert(0, await OpenSayingAsync($"Error {digits} again, says {i}."));
        await Service.PublishAsync(new AgentAreasChanged { AgentId = Ana.Id, Version = 1, AreaIds = [Category.AreaId] });
        await Eventually.HoldsAsync(async () => (await FoundAsync($"{digits}&size=100")).Length == 4);
        Assert.Equal((List<string>)[wanted.Number, .. said], await FoundAsync(digits));
        Assert.Equal((string[])[wanted.Number, said[0]], await FoundAsync($"{digits}&size=2"));
        Assert.Equal((string[])[said[1], said[2]], await FoundAsync($"{digits}&size=2&page=2"));
        var next = (await Service.As(Ana).GetAsync($"/api/tickets?view=all&q={digits}&size=2"))["next"];
        Assert.Equal((string[])[said[1], said[2]], await FoundAsync($"{digits}&size=2&after={next}"));
        // Of others' tickets a number finds nothing, and its digits remain a word.
        var carl = Account.Customer("Carl Customer");
        Assert.Empty((await Service.As(carl).GetAsync($"/api/tickets?view=all&q={digits}")).Items.EnumerateArray());
        (await Service.As(carl).PostAsync("/api/tickets", Form(description: $"Error {digits}."))).Expect(HttpStatusCode.Created);
        Assert.Single((await Service.As(carl).GetAsync($"/api/tickets?view=all&q={digits}")).Items.EnumerateArray());
    }

    [Fact]
    public async Task G14_a_number_among_words_is_read_too()
    {
        var ticket = await OpenForAnaAsync();
        foreach (var typed in (List<string>)[$"printer {ticket.Number}", $"hd-{ticket.Number[3..].TrimStart('0')} printer",
            $"HD\u2011{ticket.Number[3..].TrimStart('0')} fire"])
            Assert.Equal([ticket.Number], await FoundAsync(typed));
        Assert.Empty(await FoundAsync("printer HD-999999"));
    }

    static Dictionary<string, string> Written(string digits) => new(StringComparer.Ordinal)
    {
        ["digits"] = digits.TrimStart('0'),
        ["hash and dash"] = $"#HD-{digits.TrimStart('0')}",
        ["blank"] = $"HD {digits}",
        ["lower case"] = $"hd-{digits}",
        ["full stop"] = $"HD-{digits}.",
        ["dash that does not break"] = $"HD\u2011{digits}",
        ["brackets of a mail's subject"] = $"[HD-{digits}]",
        ["no-break space"] = $"HD\u00A0{digits}",
        ["wide letters"] = $"ＨＤ－{digits}",
        ["zeros too many"] = $"HD-000{digits}",
        ["invisible mark"] = $"\u200FHD-{digits}\u200E",
    };

    async Task<string> OpenSayingAsync(string description)
    {
        Service.Jump(TimeSpan.FromMinutes(1));
        return (await Service.Anonymous().PostAsync("/api/tickets", Form(description: description),
            ("Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created)["number"];
    }

    async Task<string[]> FoundAsync(string typed)
    {
        var query = typed.Split('&', 2) is [var words, var more] ? $"{Uri.EscapeDataString(words)}&{more}" : Uri.EscapeDataString(typed);
        return [.. (await Service.As(Ana).GetAsync($"/api/tickets?view=all&q={query}")).Expect(HttpStatusCode.OK).Items.EnumerateArray()
            .Select(x => x.GetProperty("number").GetString()!)];
    }
}
