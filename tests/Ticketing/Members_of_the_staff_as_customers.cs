using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Members_of_the_staff_as_customers : TicketingTest
{
    readonly Account _bruno = Account.Agent("Bruno Agent");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var account in new[] { Ana, Dora, _bruno })
        {
            await Service.PublishAsync(account.Changed(version: 2, confirmed: true));
            await Service.PublishAsync(new AgentAreasChanged { AgentId = account.Id, Version = 1, AreaIds = [Category.AreaId] });
        }

        await Eventually.HoldsAsync(() => Service.ReadAsync(async db =>
            await db.Accounts.CountAsync(x => new[] { Ana.Id, Dora.Id, _bruno.Id }.Contains(x.Id) && x.EmailConfirmed) == 3
            && await db.AgentAreas.CountAsync(x => new[] { Ana.Id, Dora.Id, _bruno.Id }.Contains(x.AgentId)) == 3));
    }

    [Fact]
    public async Task G4_a_ticket_is_never_assigned_to_its_own_customer_by_a_person()
    {
        var own = await OwnOfAnaAsync();
        foreach (var caller in new[] { Dora, Ana, Ana with { Roles = ["Agent", "Dispatcher"] }, Ana with { Roles = ["Admin"] } })
            Assert.Equal("assignee-is-customer", (await GiveAsync(caller, own, Ana)).Expect(HttpStatusCode.Conflict).Problem);
        // Nor does its customer give it to anybody else.
        Assert.Equal("own-ticket", (await GiveAsync(Ana, own, _bruno)).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Empty(Heard.All<AssigneeChanged>());
        (await GiveAsync(Dora, own, _bruno)).Expect(HttpStatusCode.NoContent);
        Assert.Equal("assignee-is-customer", (await GiveAsync(_bruno, own, Ana)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task G4_nor_by_a_choice_which_another_one_follows()
    {
        var own = await OwnOfAnaAsync();
        await Service.PublishAsync(Choice(own, Ana));
        var told = await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == own.Id);
        Assert.Equal((AssigneeCause.HandedBack, Ana.Id, null, null),
            (told.Cause, told.From!.Id!.Value, told.To, told.Ticket.Assignee));
        await Service.PublishAsync(Choice(own, _bruno));
        await Heard.OneAsync<AssigneeChanged>(x => x.To?.Id == _bruno.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task G4_who_types_the_address_of_a_member_of_the_staff_does_not_make_the_ticket_that_members_own(bool byStaff)
    {
        Customer = Ana.Email.ToUpperInvariant();
        Guid id;
        if (byStaff)
            id = (await Service.As(Dora).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();
        else
            id = (await OpenAsync()).Id;
        Assert.Null((await Heard.OneAsync<TicketOpened>(x => x.Ticket.Id == id)).Ticket.Customer.Id);

        await Service.PublishAsync(Ana.Changed(version: 3, confirmed: true));
        await KnowVersionAsync(Ana, 3);
        var ticket = await Service.ReadAsync(db => db.Tickets.AsNoTracking().SingleAsync(x => x.Id == id));
        Assert.Null(ticket.CustomerId);
        // Ana works on it as on any other.
        (await GiveAsync(Ana, new(id, ticket.Number, ""), Ana)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task G4_the_link_of_such_a_ticket_is_its_customers()
    {
        Customer = Ana.Email;
        var ticket = await OpenAsync();
        (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK);
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "It is me" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(Ana.Email, (await Heard.OneAsync<CustomerReplied>(x => x.Ticket.Id == ticket.Id)).Ticket.Customer.Email);
    }

    [Theory]
    [InlineData("Dispatcher")]
    [InlineData("Admin")]
    [InlineData("Customer", "Agent")]
    public async Task G4_every_role_but_the_customers_is_staff(params string[] roles)
    {
        var member = Account.Customer("Mara Member") with { Roles = roles };
        Customer = member.Email;
        var before = await OpenAsync();
        await Service.PublishAsync(member.Changed(confirmed: true));
        await KnowVersionAsync(member, 1);
        var after = await OpenAsync();
        Assert.Equal(0, await Service.ReadAsync(db => db.Tickets.CountAsync(x => x.CustomerId == member.Id)));
        // Who does not belong to the staff any more is a customer like any other.
        await Service.PublishAsync((member with { Roles = ["Customer"] }).Changed(version: 2, confirmed: true));
        await KnowVersionAsync(member, 2);
        Assert.Equal(2, await Service.ReadAsync(db => db.Tickets.CountAsync(x => x.CustomerId == member.Id)));
        // And keeps what was theirs when they come back.
        await Service.PublishAsync(member.Changed(version: 3, confirmed: true));
        await KnowVersionAsync(member, 3);
        Assert.Equal(2, await Service.ReadAsync(db => db.Tickets.CountAsync(x => x.CustomerId == member.Id)));
        Assert.NotEqual(before.Id, after.Id);
    }

    [Fact]
    public async Task G7_read_no_note_of_their_own_ticket_also_where_it_was_merged_into()
    {
        var (own, other) = (await OwnOfAnaAsync(), await OpenForAnaAsync());
        await NoteAsync(own, "Ana is exaggerating.");
        await NoteAsync(other, "Look at the toner.");
        (await Service.As(Dora).PostAsync($"/api/tickets/{own.Number}/merge", new { into = other.Number }))
            .Expect(HttpStatusCode.NoContent);

        var seen = (await Service.As(Ana).GetAsync($"/api/tickets/{other.Number}/messages")).Expect(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("exaggerating", seen, StringComparison.Ordinal);
        Assert.Contains("Look at the toner.", seen, StringComparison.Ordinal);
        Assert.Contains("exaggerating", (await Service.As(Dora).GetAsync($"/api/tickets/{other.Number}/messages")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("exaggerating", (await Service.As(Ana).GetAsync($"/api/tickets/{own.Number}/messages")).Text,
            StringComparison.Ordinal);
        (await Service.As(Ana).GetAsync($"/api/tickets/{own.Number}/timeline")).Expect(HttpStatusCode.NotFound);
        foreach (var view in new[] { "all", "closed", "open", "mine" })
            Assert.Empty((await Service.As(Ana).GetAsync($"/api/tickets?view={view}&q=exaggerating")).Items.EnumerateArray());
    }

    [Fact]
    public async Task G7_nor_of_one_that_went_through_two_merges_or_into_their_own()
    {
        var (own, second, third) = (await OwnOfAnaAsync(), await OpenAsync(), await OpenForAnaAsync());
        await NoteAsync(own, "secret one");
        await NoteAsync(second, "secret two");
        await MergeAsync(own, second);
        await MergeAsync(second, third);
        var seen = (await Service.As(Ana).GetAsync($"/api/tickets/{third.Number}/messages")).Expect(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("secret one", seen, StringComparison.Ordinal);
        Assert.Contains("secret two", seen, StringComparison.Ordinal);

        var (anas, strangers) = (await OwnOfAnaAsync(), await OpenAsync());
        await NoteAsync(strangers, "secret three");
        await MergeAsync(strangers, anas);
        await NoteAsync(anas, "secret four");
        seen = (await Service.As(Ana).GetAsync($"/api/tickets/{anas.Number}/messages")).Expect(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("secret", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", (await Service.TrackAsync(anas.Secret))
            .Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    async Task<Opened> OwnOfAnaAsync()
    {
        var answer = await Service.As(Ana).PostAsync("/api/tickets",
            new { categoryId = Category.CategoryId, description = "My chair squeaks" });
        return new(answer.Expect(HttpStatusCode.Created).Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    Task<Answer> GiveAsync(Account caller, Opened ticket, Account to) =>
        Service.As(caller).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = to.Id });

    async Task NoteAsync(Opened ticket, string text) =>
        (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/notes", new { text })).Expect(HttpStatusCode.Created);

    async Task MergeAsync(Opened ticket, Opened into) =>
        (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/merge", new { into = into.Number }))
            .Expect(HttpStatusCode.NoContent);

    Task KnowVersionAsync(Account account, long version) =>
        Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == account.Id && x.Version == version)));
}
