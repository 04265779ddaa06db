using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class What_somebody_sees : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task CU16_a_customer_sees_their_own_and_anothers_does_not_exist()
    {
        var own = (await Service.As(_carl).PostAsync("/api/tickets", Form()))["number"];
        var other = await OpenAsync();
        Assert.Equal([own], Numbers(await Service.As(_carl).GetAsync("/api/tickets?view=all")));
        foreach (var path in new[] { "", "/messages", "/timers" })
            (await Service.As(_carl).GetAsync($"/api/tickets/{other.Number}{path}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task F19_a_customer_changes_nothing_on_anothers_ticket()
    {
        var other = await OpenAsync();
        (await Service.As(_carl).PostAsync($"/api/tickets/{other.Number}/replies", new { text = "hello" })).Expect(HttpStatusCode.NotFound);
        (await Service.As(_carl).PutAsync($"/api/tickets/{other.Number}/closure", new { })).Expect(HttpStatusCode.NotFound);
        (await Service.As(_carl).PutAsync($"/api/tickets/{other.Number}/status", new { status = "Closed" }))
            .Expect(HttpStatusCode.Forbidden);
        (await Service.As(_carl).PutAsync($"/api/tickets/{other.Number}/assignee", new { agentId = Ana.Id }))
            .Expect(HttpStatusCode.Forbidden);
        Assert.Equal("New", await StatusAsync(other));
    }

    [Fact]
    public async Task Without_signing_in_nothing_but_opening_is_possible()
    {
        var ticket = await OpenAsync();
        foreach (var path in new[] { "", $"/{ticket.Number}", $"/{ticket.Number}/messages", $"/{ticket.Number}/timeline",
                $"/{ticket.Number}/timers" })
            (await Service.Anonymous().GetAsync($"/api/tickets{path}")).Expect(HttpStatusCode.Unauthorized);
        (await Service.Anonymous().PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "x" }))
            .Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AG2_F8_an_agent_sees_their_areas_and_their_own_and_nothing_else()
    {
        var (mine, other) = (await OpenForAnaAsync(), await OpenAsync());
        (await Service.As(Ana).GetAsync($"/api/tickets/{mine.Number}")).Expect(HttpStatusCode.OK);
        (await Service.As(Ana).GetAsync($"/api/tickets/{other.Number}")).Expect(HttpStatusCode.NotFound);
        Assert.Equal([mine.Number], Numbers(await Service.As(Ana).GetAsync("/api/tickets?view=all")));
        Assert.Equal(2, Numbers(await Service.As(Dora).GetAsync($"/api/tickets?view=all&area={Category.AreaId}")).Length);

        await Service.PublishAsync(new AgentAreasChanged { AgentId = Ana.Id, Version = 1, AreaIds = [Category.AreaId] });
        await Eventually
            .HoldsAsync(async () => (await Service.As(Ana).GetAsync($"/api/tickets/{other.Number}")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task CU7_CU9_the_link_shows_the_whole_ticket_without_an_account_and_no_ones_address()
    {
        var ticket = await OpenForAnaAsync(Service.Upload("cat.png"));
        await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Pull the plug." });
        var seen = (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            (ticket.Number, "WaitingOnCustomer", "Hardware"),
            (seen.Json.GetProperty("ticket").GetProperty("number").GetString(),
                seen.Json.GetProperty("ticket").GetProperty("status").GetString(),
                seen.Json.GetProperty("ticket").GetProperty("area").GetProperty("name").GetString()));
        Assert.Equal(
            ["It smokes.", "Pull the plug."],
            seen.Json.GetProperty("messages").GetProperty("items").EnumerateArray().Select(x => x.GetProperty("text").GetString()));
        Assert.Contains("cat.png", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Ana.Email, seen.Text, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Ana\"", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("HD-000001")]
    [InlineData("")]
    public async Task F3_neither_number_nor_guess_opens_a_ticket(string secret)
    {
        var ticket = await OpenAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.TrackAsync(secret)).Status);
        foreach (var path in new[] { "", "/messages" })
            (await Service.ByLink(secret).GetAsync($"/api/tickets/{ticket.Number}{path}")).Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink(secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "x" }))
            .Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task F28_priorities_are_sorted_by_rank()
    {
        foreach (var priority in new[] { "High", "Low", "Urgent", "Medium" })
            (await Service.As(Dora).PostAsync(
                    "/api/tickets",
                    new { categoryId = Category.CategoryId, name = "C", email = "c@example.org", description = "x", priority }))
                        .Expect(HttpStatusCode.Created);
        Assert.Equal(
            ["Urgent", "High", "Medium", "Low"],
            (await Service.As(Dora).GetAsync($"/api/tickets?sort=priority&area={Category.AreaId}")).Items.EnumerateArray()
                .Select(x => x.GetProperty("priority").GetString()));
    }

    static string[] Numbers(Answer answer) =>
        [.. answer.Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()!)];
}
