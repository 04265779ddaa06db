using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Linked_tickets : TicketingTest
{
    [Fact]
    public async Task AU5_are_shown_from_both_sides_and_told()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        Assert.Equal(two.Number, (await LinkAsync(Ana, one, two, "Blocks")).Expect(HttpStatusCode.Created)["number"]);
        (await LinkAsync(Ana, one, two, "Blocks")).Expect(HttpStatusCode.Created);
        var told = await Heard.OneAsync<TicketLinked>(x => x.Ticket.Id == one.Id);
        Assert.Equal((TicketLinkKind.Blocks, two.Number), (told.To.Kind, told.To.Number));
        Assert.Single(Heard.All<TicketLinked>());
        Assert.Equal([$"Blocks False {two.Number}"], await LinksAsync(Ana, one));
        Assert.Equal([$"Blocks True {one.Number}"], await LinksAsync(Ana, two));

        (await Service.As(Ana).DeleteAsync($"/api/tickets/{one.Number}/links/Blocks/{two.Number}")).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).DeleteAsync($"/api/tickets/{one.Number}/links/Blocks/{two.Number}")).Expect(HttpStatusCode.NotFound);
        await Heard.OneAsync<TicketUnlinked>(x => x.Ticket.Id == one.Id && x.From.Number == two.Number);
        Assert.Empty(await LinksAsync(Ana, two));
    }

    [Fact]
    public async Task AU5_never_turn_in_a_circle_also_when_both_ways_are_set_at_once()
    {
        var tickets = new[] { await OpenForAnaAsync(), await OpenForAnaAsync(), await OpenForAnaAsync() };
        (await LinkAsync(Ana, tickets[0], tickets[1], "DuplicateOf")).Expect(HttpStatusCode.Created);
        (await LinkAsync(Ana, tickets[1], tickets[2], "DuplicateOf")).Expect(HttpStatusCode.Created);
        Assert.Equal(
            "link-turns-in-circle", (await LinkAsync(Ana, tickets[2], tickets[0], "DuplicateOf")).Expect(HttpStatusCode.Conflict).Problem);
        // Of another kind it is no circle.
        (await LinkAsync(Ana, tickets[2], tickets[0], "RelatesTo")).Expect(HttpStatusCode.Created);
        (await LinkAsync(Ana, tickets[0], tickets[2], "RelatesTo")).Expect(HttpStatusCode.Created);
        Assert.Equal(2, (await LinksAsync(Ana, tickets[2])).Length);
        var answers = await Task
            .WhenAll(LinkAsync(Ana, tickets[0], tickets[1], "Blocks"), LinkAsync(Ana, tickets[1], tickets[0], "Blocks"));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(x => x.Status).Order());
    }

    [Fact]
    public async Task F8_a_ticket_that_the_caller_does_not_see_can_neither_be_linked_nor_learnt_of()
    {
        var (mine, other) = (await OpenForAnaAsync(), await OpenAsync());
        Assert.Equal(["to"], (await LinkAsync(Ana, mine, other, "RelatesTo")).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["to"], (await LinkAsync(Ana, mine, mine, "RelatesTo")).Expect(HttpStatusCode.BadRequest).Wrong);
        (await LinkAsync(Ana, other, mine, "RelatesTo")).Expect(HttpStatusCode.NotFound);
        (await LinkAsync(Dora, mine, other, "RelatesTo")).Expect(HttpStatusCode.Created);
        Assert.Empty(await LinksAsync(Ana, mine));
        Assert.Single(await LinksAsync(Dora, mine));
        foreach (var kind in new[] { "FollowUpOf", "MergedInto", "Whatever" })
            (await LinkAsync(Dora, mine, other, kind)).Expect(HttpStatusCode.BadRequest);
        (await Service.As(Account.Customer("Carl")).GetAsync($"/api/tickets/{mine.Number}/links")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task CU12_a_follow_up_is_linked_and_that_link_stays()
    {
        var old = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{old.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        var next = (await Service.ByLink(old.Secret).PostAsync($"/api/tickets/{old.Number}/replies", new { text = "Again" }))
            .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").GetProperty("number").GetString();
        Assert.Equal([$"FollowUpOf True {next}"], await LinksAsync(Dora, old));
        Assert.Equal(
            "link-stays",
            (await Service.As(Dora).DeleteAsync($"/api/tickets/{next}/links/FollowUpOf/{old.Number}"))
                .Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(
            next,
            (await Service.TrackAsync(old.Secret)).Json.GetProperty("ticket").GetProperty("continuedIn").GetString());
    }

    Task<Answer> LinkAsync(Account caller, Opened from, Opened to, string kind) =>
        Service.As(caller).PostAsync($"/api/tickets/{from.Number}/links", new { to = to.Number, kind });

    async Task<string[]> LinksAsync(Account caller, Opened ticket) =>
        [.. (await Service.As(caller).GetAsync($"/api/tickets/{ticket.Number}/links")).Expect(HttpStatusCode.OK).Items.EnumerateArray()
            .Select(x => $"{x.GetProperty("kind")} {x.GetProperty("incoming")} {x.GetProperty("number")}")];
}
