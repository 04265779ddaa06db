using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Filing_a_ticket : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task AG5_another_category_of_the_same_area_keeps_its_agent()
    {
        var ticket = await OpenForAnaAsync();
        var scanners = await NextCategoryAsync("Scanners", Category.AreaId);
        (await FileAsync(Ana, ticket, scanners.CategoryId)).Expect(HttpStatusCode.NoContent);
        var told = await Heard.OneAsync<TicketRecategorized>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal(
            (Category.CategoryId, "Printers", "Scanners", Ana.Id, "Ana Agent"),
            (told.FromCategoryId, told.FromCategoryTitle, told.Ticket.CategoryTitle, told.Ticket.Assignee!.Id!.Value, told.ChangedBy.Name));
        Assert.Single(Heard.All<AssigneeChanged>());
        (await FileAsync(Ana, ticket, scanners.CategoryId)).Expect(HttpStatusCode.NoContent);
        Assert.Single(Heard.All<TicketRecategorized>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AU1_in_another_area_its_agent_keeps_it_only_if_they_serve_that_one(bool serves)
    {
        var ticket = await OpenForAnaAsync();
        var other = await KnowCategoryAsync();
        await Service.PublishAsync(
                new AgentAreasChanged { AgentId = Ana.Id, Version = 1, AreaIds = serves ? [Category.AreaId,
                    other.AreaId] : [Category.AreaId] });
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.AgentAreas.AnyAsync(x => x.AgentId == Ana.Id)));
        (await FileAsync(Dora, ticket, other.CategoryId)).Expect(HttpStatusCode.NoContent);
        var told = await Heard.OneAsync<TicketRecategorized>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((Category.AreaId, other.AreaId), (told.FromAreaId, told.Ticket.AreaId));
        Assert.Equal(
            serves,
            (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}"))["assignee"].Contains("Ana", StringComparison.Ordinal));
        if (!serves)
            Assert.Equal(
                (other.AreaId, AssigneeCause.HandedBack),
                await Heard.OneAsync<AssigneeChanged>(x => x.To is null) is var handed
                    ? (handed.Ticket.AreaId, handed.Cause)
                    : default);
    }

    [Fact]
    public async Task AG5_a_category_that_takes_no_tickets_is_refused_and_so_is_a_customer()
    {
        var ticket = await OpenAsync();
        var retired = await NextCategoryAsync("Old", Category.AreaId, retired: true);
        Assert.Equal(["categoryId"], (await FileAsync(Dora, ticket, retired.CategoryId)).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["categoryId"], (await FileAsync(Dora, ticket, Guid.NewGuid())).Expect(HttpStatusCode.BadRequest).Wrong);
        (await FileAsync(_carl, ticket, Category.CategoryId)).Expect(HttpStatusCode.Forbidden);
        (await FileAsync(Ana, ticket, Category.CategoryId)).Expect(HttpStatusCode.NotFound);
        Assert.Empty(Heard.All<TicketRecategorized>());
    }

    [Fact]
    public async Task AU5_another_subject_is_told_and_stands_in_the_history()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/subject", new { subject = "  Fuser\nburnt " }))
            .Expect(HttpStatusCode.NoContent);
        var told = await Heard.OneAsync<TicketSubjectChanged>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal(("Printer on fire", "Fuser burnt"), (told.From, told.Ticket.Subject));
        Assert.Contains(
            "Fuser burnt", (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timeline")).Text, StringComparison.Ordinal);
        Assert.Equal(
            ["subject"],
            (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/subject", new { subject = " " }))
                .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(
            ["subject"],
            (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/subject", new { subject = new string('x', 256) }))
                .Expect(HttpStatusCode.BadRequest).Wrong);
        (await Service.As(_carl).PutAsync($"/api/tickets/{ticket.Number}/subject", new { subject = "x" })).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AG13_tags_are_put_on_taken_off_told_and_found()
    {
        var (ticket, other) = (await OpenForAnaAsync(), await OpenAsync());
        Assert.Equal(
            """{"tags":["a4 paper","toner","vip"]}""",
            (await TagAsync(Ana, ticket, "VIP", "toner", " Toner", "A4  paper")).Expect(HttpStatusCode.OK).Text);
        await TagAsync(Ana, ticket, "toner", "urgent");
        await TagAsync(Ana, ticket, "Urgent", "toner");
        var told = await Heard.OneAsync<TicketTagsChanged>(x => x.Removed.Count > 0);
        Assert.Equal(
            ("urgent", "a4 paper, vip", "toner, urgent"),
            (string.Join(", ", told.Added), string.Join(", ", told.Removed), string.Join(", ", told.Ticket.Tags)));
        await Eventually.HoldsAsync(() => Heard.All<TicketTagsChanged>().Count >= 2);
        Assert.Equal(2, Heard.All<TicketTagsChanged>().Count);
        await TagAsync(Dora, other, "quiet c", "quiet a", "quiet b");

        Assert.Equal(
            """["toner"]""", (await Service.As(Dora).GetAsync("/api/tickets/tags?prefix=To")).Expect(HttpStatusCode.OK).Items.GetRawText());
        var two = await Service.As(Dora).GetAsync("/api/tickets/tags?prefix=quiet&size=2");
        Assert.Equal("""["quiet a","quiet b"]""", two.Items.GetRawText());
        Assert.Empty((await Service.As(Dora).GetAsync("/api/tickets/tags?prefix=%25")).Items.EnumerateArray());
        Assert.DoesNotContain("toner", (await Service.TrackAsync(ticket.Secret)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("")]
    [InlineData("<script>")]
    [InlineData("more than forty letters are no tag any more")]
    public async Task AG13_what_is_no_tag_is_refused(string tag)
    {
        var ticket = await OpenForAnaAsync();
        Assert.Equal(["tags"], (await TagAsync(Ana, ticket, "fine", tag)).Expect(HttpStatusCode.BadRequest).Wrong);
        (await TagAsync(Ana, ticket, [.. Enumerable.Range(0, 21).Select(x => $"t{x}")])).Expect(HttpStatusCode.BadRequest);
        (await TagAsync(_carl, ticket, "fine")).Expect(HttpStatusCode.Forbidden);
        (await Service.As(_carl).GetAsync("/api/tickets/tags")).Expect(HttpStatusCode.Forbidden);
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/tags", """{"tags":["x",null]}""")).Expect(HttpStatusCode.BadRequest);
        Assert.Empty(Heard.All<TicketTagsChanged>());
    }

    [Fact]
    public async Task G10_tags_are_listed_for_who_may_see_a_ticket_that_has_them()
    {
        var (mine, others) = (await OpenForAnaAsync(), await OpenAsync());
        var bea = Account.Agent("Bea Barrios");
        await TagAsync(Dora, mine, "writ a", "writ ü");
        await TagAsync(Dora, others, "writ b");
        Assert.Equal(["writ a", "writ ü"], await ListedAsync(Ana));
        Assert.Empty(await ListedAsync(bea));
        Assert.Equal(["writ a", "writ b", "writ ü"], await ListedAsync(Dora));
        await Service.PublishAsync(new AgentAreasChanged { AgentId = bea.Id, Version = 1, AreaIds = [Category.AreaId] });
        await Eventually.HoldsAsync(async () => (await ListedAsync(bea)).Length == 3);
        // On their own ticket an agent is its customer, who does not learn of its tags.
        var own = (await Service.As(bea).PostAsync("/api/tickets", new { categoryId = Category.CategoryId, description = "Mine" }))
            .Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PutAsync($"/api/tickets/{own}/tags", new { tags = new[] { "writ by staff" } }))
            .Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("writ by staff", await ListedAsync(bea));
        // Nor does who sees every ticket, but for what stands on somebody else's too.
        var dan = Account.Dispatcher("Dan Dispatcher");
        Assert.Contains("writ by staff", await ListedAsync(dan));
        own = (await Service.As(dan).PostAsync("/api/tickets", new { categoryId = Category.CategoryId, description = "Mine" }))
            .Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PutAsync($"/api/tickets/{own}/tags", new { tags = new[] { "writ of dan", "writ b" } }))
            .Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("writ of dan", await ListedAsync(dan));
        Assert.Contains("writ b", await ListedAsync(dan));
        Assert.Contains("writ of dan", await ListedAsync(Dora));
        (await Service.As(_carl).GetAsync("/api/tickets/tags")).Expect(HttpStatusCode.Forbidden);

        async Task<string[]> ListedAsync(Account caller) =>
            [.. (await Service.As(caller).GetAsync("/api/tickets/tags?prefix=Writ")).Expect(HttpStatusCode.OK).Items.EnumerateArray()
                .Select(x => x.GetString()!)];
    }

    [Fact]
    public async Task G15_tags_of_every_script_are_put_on_listed_and_found()
    {
        var ticket = await OpenForAnaAsync();
        string[] tags = ["हिन्दी", "ภาษาไทย", "مُحَمَّد", "Cafe\u0301"];
        (await TagAsync(Ana, ticket, tags)).Expect(HttpStatusCode.OK);
        foreach (var tag in (string[])[.. tags, "CAFÉ"])
        {
            var query = Uri.EscapeDataString(tag);
            Assert.Equal([ticket.Number], (await Service.As(Ana).GetAsync($"/api/tickets?tag={query}")).Expect(HttpStatusCode.OK)
                .Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()));
            Assert.Single((await Service.As(Ana).GetAsync($"/api/tickets/tags?prefix={query}")).Items.EnumerateArray());
        }
    }

    Task<Answer> FileAsync(Account caller, Opened ticket, Guid category) =>
        Service.As(caller).PutAsync($"/api/tickets/{ticket.Number}/category", new { categoryId = category });

    Task<Answer> TagAsync(Account caller, Opened ticket, params string[] tags) =>
        Service.As(caller).PutAsync($"/api/tickets/{ticket.Number}/tags", new { tags });

    async Task<CategoryChanged> NextCategoryAsync(string title, Guid area, bool retired = false)
    {
        var category = Category with { CategoryId = Guid.CreateVersion7(), Title = title, AreaId = area, Retired = retired };
        await Service.PublishAsync(category);
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Categories.AnyAsync(x => x.Id == category.CategoryId)));
        return category;
    }
}
