using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.Assigning;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Handing_a_ticket_over : TicketingTest
{
    readonly Account _bruno = Account.Agent("Bruno Agent");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Service.KnowAsync(_bruno);
    }

    [Fact]
    public async Task AG6_its_agent_gives_it_back_with_a_reason_and_not_without()
    {
        var ticket = await OpenForAnaAsync();
        Assert.Equal(["reason"], (await GiveAsync(Ana, ticket, null, "  ")).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Single(Heard.All<AssigneeChanged>());
        (await GiveAsync(Ana, ticket, null, "I know nothing of printers.")).Expect(HttpStatusCode.NoContent);
        var told = await Heard.OneAsync<AssigneeChanged>(x => x.To is null);
        Assert.Equal(
            (Ana.Id, AssigneeCause.Returned, "I know nothing of printers."), (told.From!.Id!.Value, told.Cause, told.Reason));
        Assert.Contains(
            "I know nothing of printers.", (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timeline")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AG6_taken_and_given_are_told_apart()
    {
        var ticket = await OpenAsync();
        await Service.PublishAsync(new AgentAreasChanged { AgentId = Ana.Id, Version = 1, AreaIds = [Category.AreaId] });
        await Eventually
            .HoldsAsync(async () => (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}")).Status == HttpStatusCode.OK);
        (await GiveAsync(Ana, ticket, Ana)).Expect(HttpStatusCode.NoContent);
        (await GiveAsync(Ana, ticket, _bruno, "Yours, I think.")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(AssigneeCause.Taken, (await Heard.OneAsync<AssigneeChanged>(x => x.To?.Id == Ana.Id)).Cause);
        var given = await Heard.OneAsync<AssigneeChanged>(x => x.To?.Id == _bruno.Id);
        Assert.Equal((AssigneeCause.Given, "Yours, I think."), (given.Cause, given.Reason));
    }

    [Fact]
    public async Task AD2_what_a_dispatcher_takes_away_waits_for_a_dispatcher_and_no_late_choice_counts()
    {
        var ticket = await OpenForAnaAsync();
        (await GiveAsync(Dora, ticket, null)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(AssigneeCause.Unassigned, (await Heard.OneAsync<AssigneeChanged>(x => x.To is null)).Cause);
        await Service.PublishAsync(Choice(ticket, _bruno));
        await OpenForAnaAsync();
        Assert.Equal(3, Heard.All<AssigneeChanged>().Count);
        (await GiveAsync(Dora, ticket, _bruno)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(AssigneeCause.Given, (await Heard.OneAsync<AssigneeChanged>(x => x.To?.Id == _bruno.Id)).Cause);
    }

    [Fact]
    public async Task AU1_a_choice_for_another_area_than_the_tickets_changes_nothing()
    {
        var ticket = await OpenAsync();
        await Service.PublishAsync(Choice(ticket, Ana) with { AreaId = Guid.NewGuid() });
        await OpenForAnaAsync();
        Assert.DoesNotContain(Heard.All<AssigneeChanged>(), x => x.Ticket.Id == ticket.Id);
    }

    [Theory]
    [InlineData("replies", """{ "text": "x", "status": "InProgress" }""")]
    [InlineData("notes", """{ "text": "x" }""")]
    [InlineData("status", """{ "status": "OnHold" }""")]
    [InlineData("priority", """{ "priority": "Urgent" }""")]
    public async Task AG6_N1_who_goes_away_keeps_what_they_touched_and_hands_back_the_rest(string what, string body)
    {
        var (touched, untouched) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        (await Service.As(Ana).SendAsync(
                what is "status" or "priority"
                    ? HttpMethod.Put
                    : HttpMethod.Post, $"/api/tickets/{touched.Number}/{what}", body)).Expect(what is "status" or "priority"
                ? HttpStatusCode.NoContent
                : HttpStatusCode.Created);
        // What others do on it does not make it the assignee's work.
        (await Service.As(Dora).PostAsync($"/api/tickets/{untouched.Number}/notes", new { text = "look" })).Expect(HttpStatusCode.Created);
        (await Service.ByLink(untouched.Secret).PostAsync($"/api/tickets/{untouched.Number}/replies", new { text = "?" }))
            .Expect(HttpStatusCode.Created);
        await Service.PublishAsync(Away(Ana, 1));
        var told = await Heard.OneAsync<AssigneeChanged>(x => x.To is null);
        Assert.Equal((untouched.Id, AssigneeCause.HandedBack, ActorKind.System), (told.Ticket.Id, told.Cause, told.ChangedBy.Kind));
        Assert.Contains("Ana", (await Service.As(Dora).GetAsync($"/api/tickets/{touched.Number}"))["assignee"], StringComparison.Ordinal);
        Assert.Equal("", (await Service.As(Dora).GetAsync($"/api/tickets/{untouched.Number}"))["assignee"]);
    }

    [Fact]
    public async Task N1_they_hand_back_many_once_each()
    {
        var count = HandBackUntouched.Batch + 5;
        var tickets = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => OpenAsync()));
        await Service.ReadAsync(db => Ours(db).ExecuteUpdateAsync(x => x
            .SetProperty(t => t.AssigneeId, Ana.Id).SetProperty(t => t.AssigneeName, Ana.Name).SetProperty(t => t.AssigneeEmail, Ana.Email)
                .SetProperty(t => t.AssigneeLanguage, "es")));
        var id = await Service.PublishAsync(Away(Ana, 3));
        await Service.PublishAsync(Away(Ana, 3), id);
        await Service.PublishAsync(Away(Ana, 2));
        await Eventually.HoldsAsync(() => Heard.All<AssigneeChanged>().Count == count);
        await OpenForAnaLaterAsync();
        Assert.Equal(
            tickets.Select(x => x.Id).Order(), Heard.All<AssigneeChanged>().Where(x => x.Cause == AssigneeCause.HandedBack)
                .Select(x => x.Ticket.Id).Order());
    }

    [Fact]
    public async Task N1_a_choice_that_comes_after_they_went_away_is_handed_back_at_once()
    {
        var ticket = await OpenAsync();
        await Service.PublishAsync(Away(Ana, 1));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Availabilities.AnyAsync(x => x.AgentId == Ana.Id)));
        await Service.PublishAsync(Choice(ticket, Ana));
        var told = await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((AssigneeCause.HandedBack, Ana.Id, null), (told.Cause, told.From!.Id!.Value, told.To));

        await Service.PublishAsync(Away(Ana, 2) with { Available = true });
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Availabilities.AnyAsync(x => x.AgentId == Ana.Id && x.Available)));
        await Service.PublishAsync(Choice(ticket, Ana));
        Assert.Equal(AssigneeCause.Automatic, (await Heard.OneAsync<AssigneeChanged>(x => x.To?.Id == Ana.Id)).Cause);
    }

    [Fact]
    public async Task F20_AG6_a_customer_neither_gives_nor_takes()
    {
        var carl = Account.Customer("Carl Customer");
        var number = (await Service.As(carl).PostAsync("/api/tickets", Form()))["number"];
        (await Service.As(carl).PutAsync($"/api/tickets/{number}/assignee", new { agentId = Ana.Id })).Expect(HttpStatusCode.Forbidden);
        (await Service.Anonymous().PutAsync($"/api/tickets/{number}/assignee", new { agentId = Ana.Id }))
            .Expect(HttpStatusCode.Unauthorized);
    }

    async Task OpenForAnaLaterAsync()
    {
        await Service.PublishAsync(Away(Ana, 4) with { Available = true });
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Availabilities.AnyAsync(x => x.AgentId == Ana.Id && x.Available)));
        await OpenForAnaAsync();
    }

    Task<Answer> GiveAsync(Account caller, Opened ticket, Account? to, string? reason = null) =>
        Service.As(caller).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = to?.Id, reason });

    static AgentAvailabilityChanged Away(Account agent, long version) =>
        new() { AgentId = agent.Id, Version = version, Available = false, Because = "away", ChangedAt = DateTimeOffset.UnixEpoch };
}
