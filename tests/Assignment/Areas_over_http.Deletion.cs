using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

// What can be deleted, and what is retired instead.
public sealed partial class Areas_over_http
{
    [Fact]
    public async Task AD3_an_area_that_was_never_used_is_deleted_and_told_as_retired()
    {
        var name = SampleEvents.Name("Errata");
        var area = await _service.AreaAsync(name);
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(area)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync(area)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.As(AccountRoles.Admin).GetAsync($"/api/areas/{area}", Stop)).StatusCode);
        Assert.True((await ToldAsync(area, 2)).Single(x => x.Version == 2).Retired);
        await _service.AreaAsync(name);
    }

    [Fact]
    public async Task AD3_nothing_in_use_is_deleted_and_the_refusal_says_why()
    {
        var (served, filed, visited) = (await _service.AreaAsync(), await _service.AreaAsync(), await _service.AreaAsync());
        var bruno = await _service.AgentAsync("Bruno", served);
        await _service.As(AccountRoles.Admin)
            .PostAsJsonAsync("/api/categories", new { title = SampleEvents.Name("Otra"), areaId = filed, retired = true }, Stop);
        await _service.ConsumeAsync(SampleEvents.Moved(SampleEvents.Ticket(Guid.NewGuid()), 2, visited));
        foreach (var (area, reason) in new[] { (served, "agents serve it"), (filed, "it has categories"), (visited, "tickets came here") })
        {
            var refused = await DeleteAsync(area);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            var problem = await refused.JsonAsync();
            Assert.Equal("urn:helpdesk:problem:area-in-use", problem.GetProperty("type").GetString());
            Assert.Contains(reason, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        }

        await _service.PutIntoAsync(bruno.AccountId);
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(served)).StatusCode);
        var ticket = SampleEvents.Ticket(filed);
        await _service.WaitsAsync(ticket, WaitingReasons.NoAgents);
        Assert.Contains(
            "tickets came here", (await (await DeleteAsync(filed)).JsonAsync()).GetProperty("detail").GetString()!,
            StringComparison.Ordinal);
    }
}
