using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed class Agents_and_their_areas(SharedService shared)
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    [Fact]
    public async Task AD5_agents_are_listed_with_areas_and_open_tickets()
    {
        var (one, two) = (await _service.AreaAsync(), await _service.AreaAsync());
        var bruno = await _service.AgentAsync("Bruno", one, two);
        await _service.AgentAsync("Carla", two);
        await _service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(one)));
        await _service.ReceiptsAsync(one, 1);

        var items = (await _service.GetAsync($"/api/agents?area={two}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Bruno", "Carla"], items.Select(x => x.GetProperty("name").GetString()));
        Assert.Equal(
            (1, 2, true),
            (items[0].GetProperty("openTickets").GetInt32(), items[0].GetProperty("areaIds").GetArrayLength(), items[0]
                .GetProperty("active").GetBoolean()));
        var ofOne = (await _service.GetAsync($"/api/agents?area={one}")).GetProperty("items").EnumerateArray();
        Assert.Equal(bruno.AccountId, Assert.Single(ofOne).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task All_areas_of_an_agent_are_told_and_the_same_again_tells_nothing()
    {
        var (one, two) = (await _service.AreaAsync(), await _service.AreaAsync());
        var bruno = await _service.AgentAsync("Bruno", one);
        await _service.PutIntoAsync(bruno.AccountId, one);
        await _service.PutIntoAsync(bruno.AccountId, two, one, two);
        await _service.PutIntoAsync(bruno.AccountId);

        var told = (await _installation.Events.WaitForAsync<AgentAreasChanged>(3, x => x.AgentId == bruno.AccountId))
            .OrderBy(x => x.Version).ToList();
        Assert.Equal([1, 2, 3], told.Select(x => x.Version));
        Assert.Equal([[one], [.. new[] { one, two }.Order()], []], told.Select(x => x.AreaIds.ToArray()));
    }

    [Fact]
    public async Task Wrong_areas_and_people_who_are_no_agents_are_refused()
    {
        var area = await _service.AreaAsync();
        var bruno = await _service.AgentAsync("Bruno", area);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.PutIntoAsync(Guid.NewGuid(), area)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _service.PutIntoAsync(bruno.AccountId, area, Guid.NewGuid())).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _service.As(AccountRoles.Admin)
                .PutAsJsonAsync($"/api/agents/{bruno.AccountId}/areas", new { }, TestContext.Current.CancellationToken)).StatusCode);

        var demoted = SampleEvents.Account(bruno.AccountId, "Bruno", 2, true, AccountRoles.Customer);
        await _service.PublishAsync(demoted);
        await _service.KnowsAsync(demoted);
        Assert.Equal(HttpStatusCode.Conflict, (await _service.PutIntoAsync(bruno.AccountId, area)).StatusCode);
        Assert.Equal(0, (await _service.GetAsync($"/api/agents?area={area}")).GetProperty("items").GetArrayLength());
        Assert.Single(await _installation.Events.WaitForAsync<AgentAreasChanged>(1, x => x.AgentId == bruno.AccountId));
    }

    [Fact]
    public async Task News_of_an_account_in_any_order_leave_the_newest()
    {
        var id = Guid.CreateVersion7();
        AccountChanged[] news =
            [.. Enumerable.Range(1, 12)
                .Select(i => SampleEvents.Account(id, $"Bruno {i}", i, i % 2 == 0,
                    i == 12 ? [AccountRoles.Agent] : [AccountRoles.Customer]))];
        Random.Shared.Shuffle(news);
        await Task.WhenAll(news.Select(x => _service.ConsumeAsync(x)));
        var agent = await _service.ReadAsync(db => db.Agents.AsNoTracking().SingleAsync(x => x.Id == id));
        Assert.Equal(("Bruno 12", 12, true), (agent.Name, agent.Version, agent.Eligible));
    }

    [Fact]
    public async Task Customers_who_register_are_not_kept()
    {
        var ana = SampleEvents.Account(name: "Ana", roles: AccountRoles.Customer);
        await _service.ConsumeAsync(ana);
        Assert.False(await _service.ReadAsync(db => db.Agents.AnyAsync(x => x.Id == ana.AccountId)));
    }
}
