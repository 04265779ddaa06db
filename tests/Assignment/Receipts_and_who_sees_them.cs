using System.Net;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

/// <summary>They are seen by who sees the ticket as staff.</summary>
public sealed class Receipts_and_who_sees_them(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    static long _version;

    readonly Replica _service = shared.Service;
    Guid _area, _elsewhere;
    AccountChanged _bruno = null!, _carla = null!, _diego = null!;
    TicketSnapshot _ticket = null!;
    Guid _receipt;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_area, _elsewhere) = (await _service.AreaAsync(), await _service.AreaAsync());
        _bruno = await _service.AgentAsync("Bruno", _area);
        _diego = await _service.AgentAsync("Diego", _elsewhere);
        await SettingAsync("TheirAreas");
        _ticket = SampleEvents.Ticket(_area);
        await _service.OpenAsync(_ticket);
        _carla = await _service.AgentAsync("Carla", _area);
        _receipt = (await _service.ReceiptsAsync(_area, 1))[0].Id;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task<Guid> SettingAsync(string? agentsSee, long? version = null) => _service.ConsumeAsync(new SettingsChanged
    {
        Version = version ?? Interlocked.Increment(ref _version),
        AgentsSee = agentsSee,
        ChangedAt = SampleEvents.Now,
        ChangedBy = Actor.System,
    });

    string[] Addresses => [$"/api/receipts/{_receipt}", $"/api/receipts/{_receipt}/candidates/{_bruno.AccountId}",
        $"/api/areas/{_area}/receipts", $"/api/receipts?ticket={_ticket.Number}", $"/api/receipts?ticket={_ticket.Id}"];

    /// <summary>Whether each of the addresses tells of the choice: + or -.</summary>
    async Task<string> SeenAsync(AccountChanged caller, params string[] roles)
    {
        var client = _service.As(caller.AccountId, caller.Name, caller.Email, roles is [] ? [AccountRoles.Agent] : roles);
        var seen = "";
        foreach (var address in Addresses)
        {
            var answer = await client.GetAsync(address, Stop);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            seen += text.Contains(_ticket.Number, StringComparison.Ordinal) ? '+' : '-';
            Assert.Equal(seen[^1] == '+', text.Contains("Bruno", StringComparison.Ordinal));
        }

        return seen;
    }

    [Fact]
    public async Task G10_an_agent_sees_those_of_their_areas_and_of_what_they_have_and_no_others()
    {
        Assert.Equal("+++++", await SeenAsync(_carla));
        Assert.Equal("-----", await SeenAsync(_diego));
        // It is their own now, and stays in the other area.
        await _service.ConsumeAsync(SampleEvents.Assigned(_ticket, 2, SampleEvents.Person(_diego)));
        Assert.Equal("++-++", await SeenAsync(_diego));
        // It went to the other area: what is told of it goes along.
        await _service.ConsumeAsync(SampleEvents.Moved(_ticket, 3, _elsewhere, SampleEvents.Person(_diego)));
        Assert.Equal("-----", await SeenAsync(_carla));
        Assert.Equal("++-++", await SeenAsync(_diego));
    }

    [Fact]
    public async Task G10_the_setting_of_what_agents_see_counts_and_an_older_one_does_not()
    {
        await SettingAsync("Assigned");
        Assert.Equal("-----", await SeenAsync(_carla));
        Assert.Equal("++-++", await SeenAsync(_bruno));
        await SettingAsync("Everything");
        await SettingAsync("Assigned", 1);
        Assert.Equal("+++++", await SeenAsync(_diego));
        foreach (var none in new[] { null, "no such word", "7" })
        {
            await SettingAsync(none);
            Assert.Equal("-----", await SeenAsync(_diego));
            Assert.Equal("+++++", await SeenAsync(_carla));
        }
    }

    [Theory]
    [InlineData(AccountRoles.Agent)]
    [InlineData(AccountRoles.Dispatcher)]
    [InlineData(AccountRoles.Admin)]
    public async Task G10_on_a_ticket_of_their_own_staff_are_its_customer_and_see_none(string role)
    {
        await _service.ConsumeAsync(
            SampleEvents.Answered(_ticket with { Customer = SampleEvents.Person(_carla) }, 2, SampleEvents.Person(_bruno)));
        Assert.Equal("-----", await SeenAsync(_carla, role));
        Assert.Equal("+++++", await SeenAsync(_bruno));
    }

    [Fact]
    public async Task G10_dispatchers_and_administrators_see_all_and_customers_and_strangers_none()
    {
        foreach (var role in new[] { AccountRoles.Dispatcher, AccountRoles.Admin })
            Assert.Equal("+++++", await SeenAsync(_diego, role));
        string[] ofStaff = [.. Addresses, $"/api/areas/{_area}/queue", $"/api/agents/{_bruno.AccountId}", "/api/agents"];
        foreach (var address in ofStaff)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await _service.As(AccountRoles.Customer).GetAsync(address, Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await _service.CreateClient().GetAsync(address, Stop)).StatusCode);
        }

        // And what everybody may ask tells no names of agents.
        foreach (var address in new[] { "/api/availability", "/api/categories", $"/api/areas/{_area}/hours" })
            Assert.DoesNotContain("Bruno", await _service.CreateClient().GetStringAsync(address, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G10_the_queue_and_the_replay_of_an_area_follow_the_same_rule()
    {
        Assert.Equal(HttpStatusCode.OK, await QueueAsync(_carla));
        Assert.Equal(HttpStatusCode.NotFound, await QueueAsync(_diego));
        Assert.Equal(HttpStatusCode.NotFound, await ReplayAsync(_diego));
        Assert.Equal(HttpStatusCode.OK, await ReplayAsync(_carla));
        await SettingAsync("Assigned");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await QueueAsync(_carla), await ReplayAsync(_carla)));
        await SettingAsync("Everything");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await QueueAsync(_diego), await ReplayAsync(_diego)));

        async Task<HttpStatusCode> QueueAsync(AccountChanged caller) =>
            (await As(caller).GetAsync($"/api/areas/{_area}/queue", Stop)).StatusCode;
        async Task<HttpStatusCode> ReplayAsync(AccountChanged caller) =>
            (await As(caller).PostAsync($"/api/areas/{_area}/replay", null, Stop)).StatusCode;
    }

    HttpClient As(AccountChanged caller) => _service.As(caller.AccountId, caller.Name, caller.Email, AccountRoles.Agent);

    public static TheoryData<string> Spellings =>
        ["71", "#HD-71", "HD 000071", "hd-71", "HD-000071.", "HD\u2011000071", "[HD-000071]", " ｈｄ－７１ ", "٧١"];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task G14_are_found_by_the_number_however_people_write_it(string written)
    {
        var ticket = SampleEvents.Ticket(_area) with { Number = "HD-000071" };
        await _service.OpenAsync(ticket);
        var found = await _service.ItemsAsync($"/api/receipts?ticket={Uri.EscapeDataString(written)}");
        Assert.Contains(found, x => x.GetProperty("ticketId").GetGuid() == ticket.Id);
        Assert.All(found, x => Assert.Equal("HD-000071", x.GetProperty("ticketNumber").GetString()));
    }

    [Theory]
    [InlineData("HD-none")]
    [InlineData("impresora")]
    [InlineData("HD-")]
    [InlineData("71 72")]
    [InlineData("0")]
    [InlineData("ABC-71")]
    public async Task G14_what_holds_no_number_is_refused_in_words(string written)
    {
        var refused = await _service.As(AccountRoles.Agent).GetAsync($"/api/receipts?ticket={Uri.EscapeDataString(written)}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.JsonAsync();
        Assert.EndsWith(":invalid", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Undefined, problem.GetProperty("errors").GetProperty("ticket").ValueKind);
    }
}
