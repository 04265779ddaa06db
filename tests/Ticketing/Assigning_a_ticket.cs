using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Assigning_a_ticket : TicketingTest
{
    readonly Account _bruno = Account.Agent("Bruno Agent");
    readonly Account _carl = Account.Customer("Carl Customer");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Service.KnowAsync(_bruno, _carl);
    }

    [Fact]
    public async Task AU1_the_choice_becomes_the_tickets_word_once()
    {
        var ticket = await OpenAsync();
        var choice = Choice(ticket, Ana);
        var id = await Service.PublishAsync(choice);
        await Service.PublishAsync(choice, id);
        var told = await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((Ana.Id, choice.Receipt.Id, ActorKind.System), (told.To!.Id!.Value, told.ReceiptId!.Value, told.ChangedBy.Kind));
        await Service.PublishAsync(Choice(ticket, _bruno));
        await KnowCategoryAsync();
        Assert.Single(Heard.All<AssigneeChanged>());
    }

    [Fact]
    public async Task AU1_a_choice_that_comes_after_a_persons_or_after_the_end_changes_nothing()
    {
        var (taken, closed) = (await OpenAsync(), await OpenAsync());
        (await Service.As(Dora).PutAsync($"/api/tickets/{taken.Number}/assignee", new { agentId = _bruno.Id }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await Service.PublishAsync(Choice(taken, Ana));
        await Service.PublishAsync(Choice(closed, Ana));
        await OpenForAnaAsync();
        await Eventually.HoldsAsync(() => Heard.All<AssigneeChanged>().Count >= 2);
        Assert.Equal(2, Heard.All<AssigneeChanged>().Count);
        Assert.Contains("Bruno", (await Service.As(Dora).GetAsync($"/api/tickets/{taken.Number}"))["assignee"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AD2_the_same_agent_again_is_nothing_and_nobody_is_possible()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = Ana.Id }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = (Guid?)null }))
            .Expect(HttpStatusCode.NoContent);
        var told = await Heard.OneAsync<AssigneeChanged>(x => x.To is null);
        Assert.Equal((Ana.Id, "Dora Dispatcher"), (told.From!.Id!.Value, told.ChangedBy.Name));
        Assert.Equal(2, Heard.All<AssigneeChanged>().Count);
    }

    [Fact]
    public async Task F20_only_an_agent_can_have_a_ticket()
    {
        var ticket = await OpenAsync();
        foreach (var nobody in new[] { _carl.Id, Dora.Id, Guid.NewGuid() })
            Assert.Equal(
                ["agentId"],
                (await Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = nobody }))
                    .Expect(HttpStatusCode.BadRequest).Wrong);
    }

    [Fact]
    public async Task AG6_an_agent_passes_on_their_own_and_not_a_colleagues()
    {
        var ticket = await OpenForAnaAsync();
        await Service.PublishAsync(new AgentAreasChanged { AgentId = _bruno.Id, Version = 1, AreaIds = [Category.AreaId] });
        await Fixtures.Eventually
            .HoldsAsync(async () => (await Service.As(_bruno).GetAsync($"/api/tickets/{ticket.Number}")).Status == HttpStatusCode.OK);
        Assert.Equal(
            "not-yours",
            (await Service.As(_bruno).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = _bruno.Id }))
                .Expect(HttpStatusCode.Forbidden).Problem);
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = _bruno.Id }))
            .Expect(HttpStatusCode.NoContent);
        await Heard.OneAsync<AssigneeChanged>(x => x.To?.Id == _bruno.Id && x.From?.Id == Ana.Id);
    }

    [Fact]
    public async Task Who_is_renamed_is_renamed_on_their_tickets()
    {
        var ticket = await OpenForAnaAsync();
        await Service.PublishAsync((Ana with { Name = "Ana Nova" }).Changed(version: 2));
        await Fixtures.Eventually
            .HoldsAsync(
                async () =>
                    (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}"))["assignee"]
                        .Contains("Ana Nova", StringComparison.Ordinal));
    }
}
