using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Agents_who_go_away(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    Guid _area;
    AccountChanged _bruno = null!, _carla = null!;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync();
        _bruno = await _service.AgentAsync("Bruno", _area);
        _carla = await _service.AgentAsync("Carla", _area);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<AgentAvailabilityChanged> ToldAsync(AccountChanged agent, long version) =>
        (await _installation.Events.WaitForAsync<AgentAvailabilityChanged>(
            1, x => x.AgentId == agent.AccountId && x.Version == version)).Single();

    HttpClient Self(AccountChanged agent) => _service.As(agent.AccountId, agent.Name, agent.Email, AccountRoles.Agent);

    [Fact]
    public async Task N1_get_nothing_while_away_and_take_their_turn_again_when_they_are_back()
    {
        await _service.GoAwayAsync(_bruno.AccountId);
        for (var i = 0; i < 3; i++)
            Assert.Equal(_carla.AccountId, await _service.OpenAsync(SampleEvents.Ticket(_area)));
        var receipt = (await _service.ReceiptsAsync(_area, 3))[^1];
        Assert.Equal("away", receipt.Candidates.Single(x => x.AgentId == _bruno.AccountId).NotEligibleBecause);

        await _service.ComeBackAsync(_bruno.AccountId);
        Assert.Equal(_bruno.AccountId, await _service.OpenAsync(SampleEvents.Ticket(_area)));
    }

    [Fact]
    public async Task N1_tell_why_and_until_when_and_the_same_again_tells_nothing()
    {
        var until = _installation.Clock.GetUtcNow().AddHours(3);
        var answer = await Self(_bruno)
            .PutAsJsonAsync("/api/agents/me/availability", new { available = false, note = "  Dentista ", until }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = await answer.JsonAsync();
        Assert.Equal(
            (false, "away", "Dentista"),
            (shown.GetProperty("available").GetBoolean(), shown.GetProperty("because").GetString(), shown.GetProperty("note").GetString()));
        await Self(_bruno).PutAsJsonAsync("/api/agents/me/availability", new { available = false, note = "Dentista", until }, Stop);
        await Self(_bruno).PutAsJsonAsync("/api/agents/me/availability", new { available = true }, Stop);

        var told = await ToldAsync(_bruno, 2);
        Assert.Equal((false, "away", "Dentista"), (told.Available, told.Because, told.Note));
        Assert.Equal(until, told.Until!.Value, TimeSpan.FromSeconds(1));
        told = await ToldAsync(_bruno, 3);
        Assert.Equal((true, null, null, null), (told.Available, told.Because, told.Note, told.Until));
        Assert.Equal(3, (await _installation.Events.WaitForAsync<AgentAvailabilityChanged>(3, x => x.AgentId == _bruno.AccountId)).Count);
    }

    [Fact]
    public async Task N1_come_back_by_themselves_at_their_hour_also_after_a_restart_and_take_what_waits()
    {
        var (installation, service) = await Installation.RunningAsync();
        await using var _ = installation;
        var area = await service.AreaAsync();
        var (bruno, carla) = (await service.AgentAsync("Bruno", area), await service.AgentAsync("Carla", area));
        await service.GoAwayAsync(carla.AccountId);
        await service.SetAvailabilityAsync(bruno.AccountId, new { available = false, until = installation.Clock.GetUtcNow().AddHours(2) });
        var ticket = SampleEvents.Ticket(area);
        await service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        await service.DisposeAsync();
        installation.Clock.Advance(TimeSpan.FromHours(2));
        service = await installation.StartAsync();
        await service.TicketAsync(ticket.Id, x => x.AgentId == bruno.AccountId);
        Assert.True(
            (await installation.Events.WaitForAsync<AgentAvailabilityChanged>(1, x => x.AgentId == bruno.AccountId && x.Version == 3))
            .Single().Available);
        Assert.False((await service.GetAsync($"/api/agents/{carla.AccountId}")).GetProperty("available").GetBoolean());
    }

    [Fact]
    public async Task N1_who_changes_the_hour_is_not_brought_back_at_the_earlier_one()
    {
        await AwayForAsync(_bruno, TimeSpan.FromHours(1));
        var sooner = (await _service.GetAsync($"/api/agents/{_bruno.AccountId}")).GetProperty("until").GetDateTimeOffset();
        await AwayForAsync(_bruno, TimeSpan.FromHours(5));
        await _service.ConsumeAsync(new AgentReturnDue(_bruno.AccountId, sooner));
        Assert.False((await _service.GetAsync($"/api/agents/{_bruno.AccountId}")).GetProperty("available").GetBoolean());

        // Without an hour they are away until they say otherwise.
        var later = (await _service.GetAsync($"/api/agents/{_bruno.AccountId}")).GetProperty("until").GetDateTimeOffset();
        await _service.GoAwayAsync(_bruno.AccountId);
        await _service.ConsumeAsync(new AgentReturnDue(_bruno.AccountId, later));
        Assert.False((await _service.GetAsync($"/api/agents/{_bruno.AccountId}")).GetProperty("available").GetBoolean());
    }

    [Fact]
    public async Task N1_whose_account_is_disabled_or_no_agents_any_more_are_told_as_unavailable()
    {
        await ChangeAsync(_bruno with { Version = 2, Active = false });
        Assert.Equal((false, "disabled"), ((await ToldAsync(_bruno, 2)).Available, (await ToldAsync(_bruno, 2)).Because));
        await ChangeAsync(_bruno with { Version = 3, Roles = ["Customer"] });
        Assert.Equal((false, "not-an-agent"), ((await ToldAsync(_bruno, 3)).Available, (await ToldAsync(_bruno, 3)).Because));
        await ChangeAsync(_bruno with { Version = 4, Name = "Bruno Díaz", Roles = ["Customer"] });
        await ChangeAsync(_bruno with { Version = 5 });
        Assert.True((await ToldAsync(_bruno, 4)).Available);
        Assert.Equal(4, (await _installation.Events.WaitForAsync<AgentAvailabilityChanged>(4, x => x.AgentId == _bruno.AccountId)).Count);
    }

    [Fact]
    public async Task N1_who_comes_back_while_their_account_is_disabled_still_gets_nothing()
    {
        await _service.GoAwayAsync(_bruno.AccountId);
        await ChangeAsync(_bruno with { Version = 2, Active = false });
        await _service.ComeBackAsync(_bruno.AccountId);
        Assert.Equal(_carla.AccountId, await _service.OpenAsync(SampleEvents.Ticket(_area)));
        Assert.Equal(_carla.AccountId, await _service.OpenAsync(SampleEvents.Ticket(_area)));
        Assert.Equal("disabled", (await _service.GetAsync($"/api/agents/{_bruno.AccountId}")).GetProperty("because").GetString());
    }

    [Fact]
    public async Task F40_an_agent_speaks_for_themselves_a_dispatcher_for_everybody()
    {
        var request = new { available = false };
        Assert.Equal(
            HttpStatusCode.OK,
            (await Self(_bruno).PutAsJsonAsync($"/api/agents/{_bruno.AccountId}/availability", request, Stop)).StatusCode);
        var refused = await Self(_bruno).PutAsJsonAsync($"/api/agents/{_carla.AccountId}/availability", request, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("urn:helpdesk:problem:not-yourself", (await refused.JsonAsync()).GetProperty("type").GetString());
        foreach (var role in new[] { AccountRoles.Dispatcher, AccountRoles.Admin })
            Assert.Equal(
                HttpStatusCode.OK,
                (await _service.As(role).PutAsJsonAsync($"/api/agents/{_carla.AccountId}/availability", request, Stop)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await _service.As(AccountRoles.Customer).PutAsJsonAsync("/api/agents/me/availability", request, Stop)).StatusCode);
        // A dispatcher who is no agent has no availability of their own.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _service.As(AccountRoles.Dispatcher).PutAsJsonAsync("/api/agents/me/availability", request, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.As(AccountRoles.Dispatcher).GetAsync("/api/agents/me", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.SetAvailabilityAsync(Guid.NewGuid(), request)).StatusCode);
        Assert.Equal("Bruno", (await (await Self(_bruno).GetAsync("/api/agents/me", Stop)).JsonAsync()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("{}", "available")]
    [InlineData("""{"available":false,"until":"2020-01-01T00:00:00Z"}""", "until")]
    [InlineData("""{"available":false,"until":"2099-01-01T00:00:00Z"}""", "until")]
    [InlineData("""{"available":true,"until":"2026-12-01T00:00:00Z"}""", "until")]
    [InlineData("""{"available":true,"note":"Hola"}""", "note")]
    public async Task A_wrong_absence_is_refused_in_words(string body, string field)
    {
        var refused = await Self(_bruno).PutAsync("/api/agents/me/availability", new StringContent(body, null, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.JsonAsync()).GetProperty("errors").TryGetProperty(field, out _));
    }

    async Task AwayForAsync(AccountChanged agent, TimeSpan span) =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await _service.SetAvailabilityAsync(
                agent.AccountId, new { available = false, until = _installation.Clock.GetUtcNow() + span })).StatusCode);

    async Task ChangeAsync(AccountChanged account)
    {
        await _service.PublishAsync(account);
        await _service.KnowsAsync(account);
    }
}
