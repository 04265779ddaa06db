using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class The_queue_of_an_area(SharedService shared)
{
    readonly Replica _service = shared.Service;

    [Fact]
    public async Task F40_an_agent_sees_the_queues_of_their_own_areas_and_does_not_learn_of_others()
    {
        var (own, another) = (await _service.AreaAsync(), await _service.AreaAsync());
        var bruno = await _service.AgentAsync("Bruno", own);
        await _service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(own);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        await _service.WaitsAsync(SampleEvents.Ticket(another), WaitingReasons.NoAgents);
        var seen = await (await AsBruno(AccountRoles.Agent, own)).JsonAsync();
        Assert.Equal(ticket.Id, Assert.Single(seen.GetProperty("items").EnumerateArray()).GetProperty("ticketId").GetGuid());
        var refused = await AsBruno(AccountRoles.Agent, another);
        var nowhere = await AsBruno(AccountRoles.Agent, Guid.NewGuid());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, nowhere.StatusCode));
        var (one, other) = (await refused.JsonAsync(), await nowhere.JsonAsync());
        Assert.Equal(
            (other.GetProperty("type").GetString(), other.GetProperty("detail").GetString()),
            (one.GetProperty("type").GetString(), one.GetProperty("detail").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await _service.As(AccountRoles.Agent).GetAsync($"/api/areas/{own}/queue")).StatusCode);
        foreach (var role in new[] { AccountRoles.Dispatcher, AccountRoles.Admin })
            Assert.Equal(HttpStatusCode.OK, (await AsBruno(role, another)).StatusCode);

        Task<HttpResponseMessage> AsBruno(string role, Guid area) => _service.As(bruno.AccountId, bruno.Name, bruno.Email, role)
            .GetAsync($"/api/areas/{area}/queue");
    }
}
