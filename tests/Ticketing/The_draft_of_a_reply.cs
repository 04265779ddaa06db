using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class The_draft_of_a_reply : TicketingTest
{
    [Fact]
    public async Task F35_is_kept_for_who_writes_it_and_for_nobody_else()
    {
        var ticket = await OpenForAnaAsync();
        (await DraftAsync(Ana, ticket)).Expect(HttpStatusCode.NotFound);
        (await WriteAsync(Ana, ticket, "Dear")).Expect(HttpStatusCode.NoContent);
        (await WriteAsync(Ana, ticket, "Dear Cleo,\n ")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("Dear Cleo,\n ", (await DraftAsync(Ana, ticket)).Expect(HttpStatusCode.OK)["text"]);
        (await DraftAsync(Dora, ticket)).Expect(HttpStatusCode.NotFound);
        (await Service.As(Ana).DeleteAsync($"/api/tickets/{ticket.Number}/draft")).Expect(HttpStatusCode.NoContent);
        (await DraftAsync(Ana, ticket)).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("replies")]
    [InlineData("notes")]
    public async Task F35_goes_when_it_is_sent_and_stays_when_sending_is_refused(string sent)
    {
        var ticket = await OpenForAnaAsync();
        await WriteAsync(Ana, ticket, "half");
        await WriteAsync(Dora, ticket, "theirs");
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/{sent}", new { text = " " })).Expect(HttpStatusCode.BadRequest);
        (await DraftAsync(Ana, ticket)).Expect(HttpStatusCode.OK);
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/{sent}", new { text = "whole" })).Expect(HttpStatusCode.Created);
        (await DraftAsync(Ana, ticket)).Expect(HttpStatusCode.NotFound);
        Assert.Equal("theirs", (await DraftAsync(Dora, ticket))["text"]);
    }

    [Fact]
    public async Task F8_F19_on_a_ticket_that_one_does_not_see_there_is_none()
    {
        var ticket = await OpenAsync();
        foreach (var stranger in new[] { Ana, Account.Customer("Carl Customer") })
        {
            (await WriteAsync(stranger, ticket, "x")).Expect(HttpStatusCode.NotFound);
            (await DraftAsync(stranger, ticket)).Expect(HttpStatusCode.NotFound);
            (await Service.As(stranger).DeleteAsync($"/api/tickets/{ticket.Number}/draft")).Expect(HttpStatusCode.NotFound);
        }

        (await Service.Anonymous().PutAsync($"/api/tickets/{ticket.Number}/draft", new { text = "x" })).Expect(HttpStatusCode.Unauthorized);
        (await WriteAsync(Dora, ticket, new string('x', 20_001))).Expect(HttpStatusCode.BadRequest);
        (await WriteAsync(Dora, ticket, "")).Expect(HttpStatusCode.BadRequest);
    }

    public override ValueTask DisposeAsync()
    {
        Installation.Clock.GoOn();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task LV3_who_looks_at_the_ticket_is_told_that_staff_is_writing_by_first_name_and_not_at_each_letter()
    {
        var ticket = await OpenForAnaAsync();
        // Ten seconds of the clock's: how long the machine takes for these steps does not count.
        Installation.Clock.Stop();
        foreach (var text in new[] { "D", "De", "Dear" })
            await WriteAsync(Ana, ticket, text);
        var told = await Heard.OneAsync<ReplyBeingWritten>(x => x.TicketId == ticket.Id);
        Assert.Equal((ticket.Number, "Ana"), (told.Number, told.FirstName));
        Service.Jump(TimeSpan.FromSeconds(9));
        // Neither does beginning anew tell it sooner.
        await Service.As(Ana).DeleteAsync($"/api/tickets/{ticket.Number}/draft");
        await WriteAsync(Ana, ticket, "Dear");
        await WriteAsync(Dora, ticket, "I too");
        await Heard.OneAsync<ReplyBeingWritten>(x => x.FirstName == "Dora");
        Service.Jump(TimeSpan.FromSeconds(2));
        await WriteAsync(Ana, ticket, "Dear C");
        await Eventually.HoldsAsync(() => Heard.All<ReplyBeingWritten>().Count == 3);
        Assert.Equal(["Ana", "Dora", "Ana"], Heard.All<ReplyBeingWritten>().OrderBy(x => x.At).Select(x => x.FirstName));
    }

    [Fact]
    public async Task F36_LV3_of_a_note_of_an_own_ticket_and_of_a_closed_one_nothing_is_told()
    {
        var (ticket, closed) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        var own = (await Service.As(Ana).PostAsync("/api/tickets", new { categoryId = Category.CategoryId, description = "x" }))
            .Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Ana).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/draft", new { text = "They lie.", @internal = true }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PutAsync($"/api/tickets/{own}/draft", new { text = "Mine" })).Expect(HttpStatusCode.NoContent);
        await WriteAsync(Ana, closed, "late");
        Assert.Equal(("They lie.", "True"), ((await DraftAsync(Ana, ticket))["text"], (await DraftAsync(Ana, ticket))["internal"]));
        await WriteAsync(Dora, ticket, "Dear");
        await Heard.OneAsync<ReplyBeingWritten>(x => x.FirstName == "Dora");
        Assert.Single(Heard.All<ReplyBeingWritten>());
    }

    [Fact]
    public async Task F35_is_thrown_away_after_a_month()
    {
        var (old, young) = (await OpenAsync(), await OpenAsync());
        await WriteAsync(Dora, old, "x");
        Service.Jump(TimeSpan.FromDays(29));
        await WriteAsync(Dora, young, "x");
        Service.Jump(TimeSpan.FromDays(1.1));
        // A replica that starts begins with cleaning up.
        await using var other = await Installation.StartAsync();
        await Eventually
            .HoldsAsync(async () => (await other.As(Dora).GetAsync($"/api/tickets/{old.Number}/draft")).Status == HttpStatusCode.NotFound);
        Assert.Equal(1, await Service.ReadAsync(db => db.Drafts.CountAsync(x => x.TicketId == old.Id || x.TicketId == young.Id)));
    }

    Task<Answer> WriteAsync(Account who, Opened ticket, string text) =>
        Service.As(who).PutAsync($"/api/tickets/{ticket.Number}/draft", new { text });

    Task<Answer> DraftAsync(Account who, Opened ticket) => Service.As(who).GetAsync($"/api/tickets/{ticket.Number}/draft");
}
