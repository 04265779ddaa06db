using Helpdesk.Assignment.Agents;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed partial class Agents_who_are_suspended(SharedService shared) : IAsyncLifetime
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

    Task SuspendAsync(long version = 2) => ChangeAsync(_bruno with { Version = version, Active = false });

    async Task ChangeAsync(AccountChanged account)
    {
        await _service.ConsumeAsync(account);
        await _service.KnowsAsync(account);
    }

    async Task<List<(long, bool, string?)>> ToldAsync(Guid agent, int count) =>
        [.. (await _installation.Events.WaitForAsync<AgentAvailabilityChanged>(count, x => x.AgentId == agent))
            .OrderBy(x => x.Version).Select(x => (x.Version, x.Available, x.Because))];

    async Task<int> LoadAsync(AccountChanged agent) =>
        (await _service.GetAsync($"/api/agents/{agent.AccountId}")).GetProperty("openTickets").GetInt32();

    /// <summary>A ticket that Bruno has, by Ticketing's word.</summary>
    async Task<TicketSnapshot> HeldAsync()
    {
        var ticket = SampleEvents.Ticket(_area);
        await _service.ConsumeAsync(SampleEvents.Assigned(ticket, 2, SampleEvents.Person(_bruno)));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _bruno.AccountId);
        return ticket;
    }

    [Fact]
    public async Task G8_are_told_as_disabled_at_once_and_once()
    {
        await SuspendAsync();
        await _service.ConsumeAsync(_bruno with { Version = 2, Active = false });
        await ChangeAsync(_bruno with { Version = 3, Active = false, Name = "Bruno Díaz" });
        await _service.ConsumeAsync(_bruno);
        Assert.Equal([(1, true, null), (2, false, "disabled")], await ToldAsync(_bruno.AccountId, 2));
    }

    [Theory]
    [InlineData(false, "Agent", "disabled")]
    [InlineData(true, "Dispatcher", "not-an-agent")]
    [InlineData(true, "Customer", "not-an-agent")]
    [InlineData(false, "Customer", "disabled")]
    public async Task G8_who_was_away_before_is_told_with_the_new_reason(bool active, string role, string because)
    {
        await _service.SetAvailabilityAsync(_bruno.AccountId, new { available = false, note = "Dentista" });
        await ChangeAsync(_bruno with { Version = 2, Active = active, Roles = [role] });
        Assert.Equal([(1, true, null), (2, false, "away"), (3, false, because)], await ToldAsync(_bruno.AccountId, 3));
        // And is away again, and not there, when all is as before.
        await ChangeAsync(_bruno with { Version = 3 });
        Assert.Equal((4, false, "away"), (await ToldAsync(_bruno.AccountId, 4))[3]);
    }

    [Fact]
    public async Task G8_who_lost_the_role_before_anybody_heard_that_they_had_it_is_told_when_they_hold_a_ticket()
    {
        var (held, given) = (SampleEvents.Account(name: "Elena"), SampleEvents.Account(name: "Fausto"));
        var (first, second) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.ConsumeAsync(SampleEvents.Assigned(first, 2, SampleEvents.Person(held)));
        await _service.ConsumeAsync(held with { Version = 3, Roles = ["Customer"] });
        await _service.ConsumeAsync(held with { Version = 2 });
        Assert.Equal([(1, false, "not-an-agent")], await ToldAsync(held.AccountId, 1));

        await _service.ConsumeAsync(given with { Version = 3, Active = false, Roles = ["Customer"] });
        await _service.ConsumeAsync(SampleEvents.Assigned(second, 2, SampleEvents.Person(given)));
        Assert.Equal([(1, false, "disabled")], await ToldAsync(given.AccountId, 1));
    }

    [Fact]
    public async Task G8_a_customer_who_holds_nothing_is_not_told_of()
    {
        var ana = SampleEvents.Account(name: "Ana", roles: "Customer");
        await _service.ConsumeAsync(ana with { Version = 2 });
        await _service.ConsumeAsync(ana with { Version = 3, Active = false });
        await SuspendAsync();
        await ToldAsync(_bruno.AccountId, 2);
        Assert.DoesNotContain(_installation.Events.Heard<AgentAvailabilityChanged>(), x => x.AgentId == ana.AccountId);
    }

    [Fact]
    public async Task G8_a_ticket_that_is_given_to_them_by_hand_at_that_moment_comes_back_too()
    {
        await SuspendAsync();
        await ToldAsync(_bruno.AccountId, 2);
        // Ticketing handed back what there was, and a dispatcher who had not heard of it gives one more.
        var ticket = await HeldAsync();
        Assert.Equal([(2, false, "disabled"), (3, false, "disabled")], (await ToldAsync(_bruno.AccountId, 3))[1..]);
        await _service.ConsumeAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(_bruno), AssigneeCause.HandedBack));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _carla.AccountId);
        Assert.Equal((0, 1), (await LoadAsync(_bruno), await LoadAsync(_carla)));

        // Also when a later event of the ticket tells it first; and what was told of already is not told again.
        var replied = SampleEvents.Ticket(_area);
        await _service.ConsumeAsync(SampleEvents.Answered(replied, 3, SampleEvents.Person(_bruno)));
        Assert.Equal((4, false, "disabled"), (await ToldAsync(_bruno.AccountId, 4))[3]);
        await _service.ConsumeAsync(new UnavailableAgentAssigned(_bruno.AccountId, 3));
        await ChangeAsync(_bruno with { Version = 3 });
        Assert.Equal((5, true, null), (await ToldAsync(_bruno.AccountId, 5))[4]);
    }

    [Fact]
    public async Task G8_who_is_only_away_may_be_given_a_ticket_by_hand()
    {
        await _service.GoAwayAsync(_bruno.AccountId);
        await HeldAsync();
        await _service.ComeBackAsync(_bruno.AccountId);
        Assert.Equal([(1, true, null), (2, false, "away"), (3, true, null)], await ToldAsync(_bruno.AccountId, 3));
    }
}
