using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Which_deliveries_one_sees(SharedService shared)
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    [Fact]
    public async Task N4_an_agent_sees_the_mails_of_tickets_that_they_may_see_and_of_no_others()
    {
        var agent = SampleEvents.Agent() with { Id = Guid.CreateVersion7() };
        var (area, mine, foreign) = (Ticket(), Ticket() with { Assignee = agent }, Ticket());
        await _service.PublishAsync(new AgentAreasChanged { AgentId = agent.Id!.Value, Version = 1, AreaIds = [area.AreaId] });
        foreach (var ticket in new[] { area, mine, foreign })
        {
            await _service.PublishAsync(SampleEvents.Opened(ticket));
            await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        }

        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.AgentAreas.AnyAsync(x => x.AgentId == agent.Id)));
        var me = new Caller(_service.As(agent.Id!.Value, agent.Name, agent.Email, AccountRoles.Agent));
        Assert.Equal(new[] { area.Number, mine.Number }.Order(), Tickets(await me.GetAsync("/api/deliveries")));
        Assert.Equal((await me.GetAsync("/api/deliveries?ticket=HD-999999999999")).Text,
            (await me.GetAsync($"/api/deliveries?ticket={foreign.Number}")).Text);
        foreach (var ticket in new[] { area, mine, foreign })
            Assert.Equal([ticket.Number],
                Tickets(await new Caller(_service.As(AccountRoles.Dispatcher)).GetAsync($"/api/deliveries?ticket={ticket.Number}")));

        await _service.PublishAsync(SampleEvents.Assigned(mine with { Version = 2 }, SampleEvents.Agent() with { Id = Guid.NewGuid() }));
        await Eventually.HoldsAsync(async () => Tickets(await me.GetAsync("/api/deliveries")).SequenceEqual([area.Number]));
    }

    [Fact]
    public async Task The_list_is_filtered_by_template_address_and_time()
    {
        var (ticket, agent) = (Ticket(), SampleEvents.Agent());
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.PublishAsync(SampleEvents.Assigned(ticket, agent));
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number)).Count(x => x.State == DeliveryState.Sent) == 2);
        var me = new Caller(_service.As(AccountRoles.Dispatcher));
        Assert.Single(Tickets(await me.GetAsync($"/api/deliveries?ticket={ticket.Number}&template=ticket-assigned")));
        Assert.Single(Tickets(await me.GetAsync($"/api/deliveries?ticket={ticket.Number}&email={agent.Email}")));
        var hourAgo = $"{_installation.Clock.GetUtcNow().AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}";
        Assert.Empty(Tickets(await me.GetAsync($"/api/deliveries?ticket={ticket.Number}&until={hourAgo}")));
        Assert.Equal(2, Tickets(await me.GetAsync($"/api/deliveries?ticket={ticket.Number}&state=sent&since={hourAgo}")).Count);
    }

    TicketSnapshot Ticket() => SampleEvents.Ticket(token: _service.Protect("x"));

    static List<string> Tickets(Answer answer) =>
        [.. answer.Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("ticket").GetString()!).Order()];
}
