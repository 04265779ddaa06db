using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Lists_of_tickets : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task AG13_lists_are_filtered_searched_and_paged()
    {
        for (var i = 0; i < 3; i++)
            (await Service.Anonymous().PostAsync(
                    "/api/tickets", Form(subject: $"Broken lamp {i}"), (
                        "Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created);
        var mine = await OpenForAnaAsync();
        Assert.Equal(3, Numbers(await Service.As(Dora).GetAsync($"/api/tickets?view=unassigned&area={Category.AreaId}")).Length);
        Assert.Equal([mine.Number], Numbers(await Service.As(Dora).GetAsync($"/api/tickets?assignee={Ana.Id}")));
        Assert.Equal(3, Numbers(await Service.As(Dora).GetAsync($"/api/tickets?q=broken+lam&area={Category.AreaId}")).Length);
        Assert.Equal([mine.Number], Numbers(await Service.As(Dora).GetAsync($"/api/tickets?q={mine.Number}")));
        Assert.Empty(Numbers(await Service.As(Dora).GetAsync($"/api/tickets?q=%27%3A%26%7C!%5C%28x&area={Category.AreaId}")));
        var page = await Service.As(Dora).GetAsync($"/api/tickets?size=3&page=2&area={Category.AreaId}");
        Assert.Equal((1, false), (page.Items.GetArrayLength(), page.Json.GetProperty("more").GetBoolean()));
        (await Service.As(Dora).GetAsync("/api/tickets?size=101")).Expect(HttpStatusCode.BadRequest);
        (await Service.As(Dora).GetAsync("/api/tickets?view=nothing")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AG13_every_filter_finds_its_own_and_several_go_together()
    {
        var (mine, free, closed) = (await OpenForAnaAsync(), await OpenAsync(), await OpenForAnaAsync());
        (await Service.As(Ana).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PostAsync($"/api/tickets/{mine.Number}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PutAsync($"/api/tickets/{free.Number}/priority", new { priority = "Urgent" }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PutAsync($"/api/tickets/{free.Number}/tags", new { tags = new[] { "toner" } })).Expect(HttpStatusCode.OK);
        Service.Jump(TimeSpan.FromHours(30));
        var late = await OpenAsync();
        var now = Installation.Clock.GetUtcNow();
        var hourAgo = Uri.EscapeDataString($"{now.AddHours(-1):O}");

        Assert.Equal([mine.Number], await NumbersAsync(Ana, "view=all&assignee=me&status=WaitingOnCustomer"));
        Assert.Equal([late.Number, free.Number], await NumbersAsync(Dora, $"assignee=nobody&area={Category.AreaId}"));
        Assert.Equal(
            Sorted(closed, mine), Sorted(await NumbersAsync(Dora, $"status=Closed&status=WaitingOnCustomer&area={Category.AreaId}")));
        Assert.Equal([free.Number], await NumbersAsync(Dora, $"priority=Urgent&priority=High&area={Category.AreaId}"));
        Assert.Equal([free.Number], await NumbersAsync(Dora, $"tag=Toner&area={Category.AreaId}"));
        Assert.Equal([late.Number], await NumbersAsync(Dora, $"openedFrom={hourAgo}&area={Category.AreaId}"));
        Assert.Equal(Sorted(mine, free), Sorted(await NumbersAsync(Dora, $"openedTo={hourAgo}&area={Category.AreaId}")));
        Assert.Equal(Sorted(mine, free), Sorted(await NumbersAsync(Dora, $"olderThan=1.00:00:00&area={Category.AreaId}")));
        Assert.Equal([mine.Number], await NumbersAsync(Dora, $"waitingLongerThan=1.00:00:00&area={Category.AreaId}"));
        Assert.Empty(await NumbersAsync(Dora, $"waitingLongerThan=2.00:00:00&area={Category.AreaId}"));
        Assert.Equal(3, (await NumbersAsync(Dora, $"area={Category.AreaId}&category={Category.CategoryId}")).Length);
        Assert.Empty(await NumbersAsync(Dora, $"area={Guid.NewGuid()}"));
        Assert.Empty(await NumbersAsync(_carl, "tag=toner&view=all"));
        foreach (var wrong in new[] { "assignee=somebody", "tag=%3Cx%3E", "olderThan=-1.00:00:00", "olderThan=99999.00:00:00",
                "waitingLongerThan=x", "status=Nothing", "status=1", "sort=name", "openedFrom=yesterday", "page=0",
                $"q={new string('x', 201)}" })
            (await Service.As(Dora).GetAsync($"/api/tickets?{wrong}")).Expect(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("updated")]
    [InlineData("opened")]
    [InlineData("priority")]
    [InlineData("waiting")]
    public async Task AG13_AP2_a_list_goes_on_from_where_it_was_left_and_gives_each_once(string sort)
    {
        var priorities = new[] { "High", "Low", "Urgent", "Medium", "High", "Low", "Urgent" };
        foreach (var priority in priorities)
        {
            var number = (await Service.As(Dora).PostAsync(
                    "/api/tickets",
                    new { categoryId = Category.CategoryId, name = "C", email = "c@example.org", description = "x", priority }))
                        .Expect(HttpStatusCode.Created)["number"];
            (await Service.As(Dora).PostAsync($"/api/tickets/{number}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        }

        var whole = await NumbersAsync(Dora, $"sort={sort}&area={Category.AreaId}");
        Assert.Equal(7, whole.Length);
        var (walked, after) = (new List<string>(), "");
        do
        {
            var part = (await Service.As(Dora).GetAsync($"/api/tickets?sort={sort}&area={Category.AreaId}&size=2&after={after}"))
                .Expect(HttpStatusCode.OK);
            walked.AddRange(part.Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()!));
            after = part.Json.GetProperty("next").GetString();
        }
        while (after is not null && walked.Count < 20);
        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task AP2_a_place_that_is_none_and_a_page_too_far_are_refused()
    {
        await OpenAsync();
        await OpenAsync();
        var next = (await Service.As(Dora).GetAsync("/api/tickets?size=1")).Json.GetProperty("next").GetString();
        Assert.Equal(
            ["after"], (await Service.As(Dora).GetAsync($"/api/tickets?sort=opened&after={next}")).Expect(HttpStatusCode.BadRequest).Wrong);
        foreach (var place in new[] { "x", "AAAA", "%00", "MHw5OTk5OTk5OTk5OTk5OTk5OTk5fDB8MA", new string('A', 300) })
            Assert.Equal(
                ["after"], (await Service.As(Dora).GetAsync($"/api/tickets?after={place}")).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(
            ["page"], (await Service.As(Dora).GetAsync("/api/tickets?page=10000&size=100")).Expect(HttpStatusCode.BadRequest).Wrong);
    }

    [Fact]
    public async Task AG14_a_line_tells_how_many_replies_there_were_and_when_the_last()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/notes", new { text = "not counted" }))
            .Expect(HttpStatusCode.Created);
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "one" })).Expect(HttpStatusCode.Created);
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "two" }))
            .Expect(HttpStatusCode.Created);
        var line = (await Service.As(Ana).GetAsync("/api/tickets?view=mine")).Items[0];
        Assert.Equal(2, line.GetProperty("replies").GetInt32());
        Assert.InRange(
            line.GetProperty("lastReplyAt").GetDateTimeOffset(), line.GetProperty("openedAt").GetDateTimeOffset(),
            Installation.Clock.GetUtcNow());
    }

    [Fact]
    public async Task AD1_AG1_whose_tickets_are_whose_by_role()
    {
        var (anas, free) = (await OpenForAnaAsync(), await OpenAsync());
        var own = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        Assert.Equal([anas.Number], await NumbersAsync(Ana, "view=mine"));
        Assert.Equal(Sorted([anas.Number, free.Number, own]), Sorted(await NumbersAsync(Dora, $"view=all&area={Category.AreaId}")));
        Assert.Equal([own], await NumbersAsync(_carl, "view=all"));
        Assert.Equal([own], await NumbersAsync(_carl, "view=mine"));
    }

    [Fact]
    public async Task AG2_F8_asking_for_an_area_shows_no_more_than_is_visible()
    {
        var other = await KnowCategoryAsync();
        await Service.HearAsync(new AgentAreasChanged { AgentId = Ana.Id, Version = 1, AreaIds = [Category.AreaId] });
        var (inArea, mine) = (await OpenAsync(), await OpenForAnaAsync());
        var elsewhere = (await Service.As(Dora).PostAsync(
                "/api/tickets", new { categoryId = other.CategoryId, name = "C", email = "c@example.org", description = "x" }))
                    .Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PutAsync($"/api/tickets/{mine.Number}/category", new { categoryId = other.CategoryId }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PutAsync($"/api/tickets/{mine.Number}/assignee", new { agentId = Ana.Id }))
            .Expect(HttpStatusCode.NoContent);
        await Eventually.HoldsAsync(async () => (await NumbersAsync(Ana, $"area={Category.AreaId}")).Contains(inArea.Number));
        Assert.Equal([inArea.Number], await NumbersAsync(Ana, $"area={Category.AreaId}"));
        Assert.Equal([mine.Number], await NumbersAsync(Ana, $"area={other.AreaId}"));
        Assert.Equal(Sorted([mine.Number, elsewhere]), Sorted(await NumbersAsync(Dora, $"area={other.AreaId}")));
        var own = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        Assert.Equal([own], await NumbersAsync(_carl, $"area={Category.AreaId}"));
    }

    static string[] Numbers(Answer answer) =>
        [.. answer.Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()!)];

    async Task<string[]> NumbersAsync(Account caller, string query) => Numbers(await Service.As(caller).GetAsync($"/api/tickets?{query}"));

    static string[] Sorted(params Opened[] tickets) => Sorted([.. tickets.Select(x => x.Number)]);

    static string[] Sorted(string[] numbers) => [.. numbers.Order(StringComparer.Ordinal)];
}
