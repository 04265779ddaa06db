using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class What_a_customer_may_know : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task G10_what_staff_does_among_itself_changes_nothing_that_its_customer_is_told()
    {
        var (number, secret) = await OpenByCarlAsync();
        var (signedIn, byLink, line, file) = await ToldAsync(number, secret);
        await AmongStaffAsync(number);
        Assert.Equal((signedIn, byLink, line, file), await ToldAsync(number, secret));
        Assert.Equal((7L, 1L),
            await Service.ReadAsync(async db => await db.Tickets.Where(x => x.Number == number)
            .Select(x => new ValueTuple<long, long>(x.Version, x.CustomerVersion)).SingleAsync()));
    }

    [Fact]
    public async Task G10_nor_is_a_customer_refused_for_it_and_versions_have_no_gaps()
    {
        var (number, secret) = await OpenByCarlAsync();
        await AmongStaffAsync(number);
        var reply = new { text = "Any news?" };
        var answer = (await Service.As(_carl).SendAsync(HttpMethod.Post, $"/api/tickets/{number}/replies", reply, ("If-Match", "\"1\"")))
            .Expect(HttpStatusCode.Created);
        await AmongStaffAsync(number, "again");
        (await Service.ByLink(secret).SendAsync(HttpMethod.Post, $"/api/tickets/{number}/replies", reply, ("If-Match", "\"2\"")))
            .Expect(HttpStatusCode.Created);
        (await Service.ByLink(secret).SendAsync(HttpMethod.Put, $"/api/tickets/{number}/closure", new { }, ("If-Match", "\"3\"")))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(_carl).SendAsync(HttpMethod.Put, $"/api/tickets/{number}/rating", new { score = 5 }, ("If-Match", "W/\"4\"")))
            .Expect(HttpStatusCode.NoContent);
        Assert.Equal(5, (await Service.As(_carl).GetAsync($"/api/tickets/{number}")).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task G10_a_refusal_tells_a_customer_only_of_what_customers_may_know()
    {
        var (number, secret) = await OpenByCarlAsync();
        await AmongStaffAsync(number);
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/assignee", new { agentId = Ana.Id })).Expect(HttpStatusCode.NoContent);
        await AmongStaffAsync(number, "again");
        (await Service.As(Ana).PostAsync($"/api/tickets/{number}/replies", new { text = "Is it still burning?" }))
            .Expect(HttpStatusCode.Created);
        await AmongStaffAsync(number, "later");
        foreach (var refused in new[]
        {
            await Service.ByLink(secret).SendAsync(HttpMethod.Put, $"/api/tickets/{number}/closure", new { }, ("If-Match", "\"1\"")),
            await Service.As(_carl).SendAsync(HttpMethod.Put, $"/api/tickets/{number}/closure", new { }, ("If-Match", "\"1\", \"8\"")),
        })
        {
            Assert.Equal("changed-meanwhile", refused.Expect(HttpStatusCode.PreconditionFailed).Problem);
            Assert.Equal("3", refused["version"]);
        }

        var told = await Service.ByLink(secret).SendAsync(HttpMethod.Put, $"/api/tickets/{number}/closure", new { }, ("If-Match", "\"1\""));
        Assert.Equal(["AgentReplied by Ana", "Assigned by Dora"], told.Json.GetProperty("changes").EnumerateArray()
            .Select(x => $"{x.GetProperty("kind")} by {x.GetProperty("actorName")}"));
        var staff = (await Service.As(Ana).SendAsync(HttpMethod.Put, $"/api/tickets/{number}/status", new { status = "OnHold" },
            ("If-Match", "\"3\""))).Expect(HttpStatusCode.PreconditionFailed);
        Assert.Contains(staff.Json.GetProperty("changes").EnumerateArray(), x => x.GetProperty("kind").GetString() == "NoteAdded");
    }

    [Fact]
    public async Task G10_a_customers_list_is_in_the_order_of_what_customers_may_know()
    {
        var (first, _) = await OpenByCarlAsync();
        Service.Jump(TimeSpan.FromMinutes(1));
        var (second, _) = await OpenByCarlAsync();
        Service.Jump(TimeSpan.FromMinutes(1));
        await AmongStaffAsync(first);
        Assert.Equal([second, first], await NumbersAsync("view=all&sort=updated"));
        Assert.Equal([second, first], await NumbersAsync("view=all&q=smokes"));
        Assert.Equal([first], await NumbersAsync($"view=all&size=1&after={await NextAsync("view=all&size=1")}"));
        (await Service.As(Dora).PostAsync($"/api/tickets/{first}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        Assert.Equal([first, second], await NumbersAsync("view=all&sort=updated"));
        Assert.Equal([second], await NumbersAsync($"view=all&size=1&after={await NextAsync("view=all&size=1")}"));
    }

    [Fact]
    public async Task G10_another_persons_ticket_that_is_merged_into_it_is_not_told_of()
    {
        var (number, secret) = await OpenByCarlAsync();
        var told = await ToldAsync(number, secret);
        Service.Jump(TimeSpan.FromMinutes(1));
        var other = await OpenAsync();
        (await Service.As(Dora).PostAsync($"/api/tickets/{number}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        told = await ToldAsync(number, secret);
        Service.Jump(TimeSpan.FromMinutes(1));
        (await Service.As(Dora).PostAsync($"/api/tickets/{other.Number}/links", new { to = number, kind = "RelatesTo" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(told, await ToldAsync(number, secret));
    }

    [Fact]
    public async Task G10_on_their_own_ticket_staff_are_told_as_customers_are_in_lists_too()
    {
        var own = (await Service.As(Ana).PostAsync("/api/tickets", new { categoryId = Category.CategoryId, description = "Mine" }))
            .Expect(HttpStatusCode.Created)["number"];
        var bea = Account.Agent("Bea Barrios");
        await Service.KnowAsync(bea);
        (await Service.As(Dora).PutAsync($"/api/tickets/{own}/assignee", new { agentId = bea.Id })).Expect(HttpStatusCode.NoContent);
        var before = await LineAsync(Ana, own);
        Service.Jump(TimeSpan.FromMinutes(1));
        await AmongStaffAsync(own);
        Assert.Equal(before, await LineAsync(Ana, own));
        Assert.DoesNotContain("Barrios", before, StringComparison.Ordinal);
        Assert.Contains("Barrios", await LineAsync(Dora, own), StringComparison.Ordinal);
        Assert.Empty((await Service.As(Ana).GetAsync("/api/tickets?view=all&tag=vip")).Items.EnumerateArray());
        Assert.Equal([own], Numbers(await Service.As(Dora).GetAsync($"/api/tickets?view=all&tag=vip&area={Category.AreaId}")));
    }

    [Fact]
    public async Task G10_a_choice_that_came_to_nothing_is_not_told()
    {
        var ticket = await OpenAsync();
        var before = (await Service.TrackAsync(ticket.Secret)).Text;
        await Service.HearAsync(new AgentAvailabilityChanged { AgentId = Ana.Id, Version = 1, Available = false,
            ChangedAt = DateTimeOffset.UnixEpoch });
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Availabilities.AnyAsync(x => x.AgentId == Ana.Id)));
        await Service.HearAsync(Choice(ticket, Ana));
        await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id && x.Cause == AssigneeCause.HandedBack);
        Assert.Equal(before, (await Service.TrackAsync(ticket.Secret)).Text);
    }

    async Task AmongStaffAsync(string number, string tag = "vip")
    {
        var other = await OpenAsync();
        (await Service.As(Dora).PostAsync($"/api/tickets/{number}/notes", new { text = "Looks fraudulent" }))
            .Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/tags", new { tags = new[] { tag } })).Expect(HttpStatusCode.OK);
        (await Service.As(Dora).PostAsync($"/api/tickets/{number}/links", new { to = other.Number, kind = "Blocks" }))
            .Expect(HttpStatusCode.Created);
        (await Service.As(Dora).DeleteAsync($"/api/tickets/{number}/links/Blocks/{other.Number}")).Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PostAsync($"/api/tickets/{number}/notes", new { text = "Still" })).Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/tags", new { tags = new[] { tag, "x" } })).Expect(HttpStatusCode.OK);
    }

    async Task<(string SignedIn, string ByLink, string Line, string File)> ToldAsync(string number, string secret)
    {
        var signedIn = (await Service.As(_carl).GetAsync($"/api/tickets/{number}")).Expect(HttpStatusCode.OK);
        var byLink = (await Service.TrackAsync(secret)).Expect(HttpStatusCode.OK);
        var file = (await Service.As(_carl).GetAsync("/api/tickets/export?format=csv")).Expect(HttpStatusCode.OK);
        return (signedIn.Text, byLink.Text, await LineAsync(_carl, number), file.Text);
    }

    async Task<string> LineAsync(Account caller, string number) =>
        (await Service.As(caller).GetAsync("/api/tickets?view=all&size=100"))
            .Items.EnumerateArray().Single(x => x.GetProperty("number").GetString() == number).GetRawText();

    async Task<(string Number, string Secret)> OpenByCarlAsync()
    {
        var opened = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created);
        return (opened["number"], opened["trackingSecret"]);
    }

    async Task<string[]> NumbersAsync(string query) => Numbers(await Service.As(_carl).GetAsync($"/api/tickets?{query}"));

    async Task<string> NextAsync(string query) => (await Service.As(_carl).GetAsync($"/api/tickets?{query}"))["next"];

    static string[] Numbers(Answer answer) =>
        [.. answer.Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()!)];
}
