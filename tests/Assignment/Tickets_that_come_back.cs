using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

public sealed partial class Tickets_that_come_back(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    readonly string _name = SampleEvents.Name("Redes");
    Guid _area;
    AccountChanged _bruno = null!, _carla = null!;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync(_name);
        _bruno = await _service.AgentAsync("Bruno", _area);
        _carla = await _service.AgentAsync("Carla", _area);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    AccountChanged Of(Guid agent) => agent == _bruno.AccountId ? _bruno : _carla;

    AccountChanged Other(AccountChanged agent) => agent == _bruno ? _carla : _bruno;

    Task<IReadOnlyList<TicketAwaitsDispatcher>> AskedAsync(TicketSnapshot ticket, int times = 1) =>
        _installation.Events.WaitForAsync<TicketAwaitsDispatcher>(times, x => x.TicketId == ticket.Id);

    /// <summary>A ticket that was chosen for somebody, and Ticketing recorded it as version 2.</summary>
    async Task<(TicketSnapshot Ticket, AccountChanged Agent)> GivenAsync()
    {
        var ticket = SampleEvents.Ticket(_area);
        var agent = Of(await _service.OpenAsync(ticket));
        await _service.PublishAsync(SampleEvents.Recorded(ticket, 2, SampleEvents.Person(agent)));
        await _service.TicketAsync(ticket.Id, x => x is { Version: 2, Pending: false });
        return (ticket, agent);
    }

    [Fact]
    public async Task AG6_DI2_what_its_agent_returns_goes_to_another_and_never_to_the_same_again()
    {
        var (ticket, agent) = await GivenAsync();
        // By turn it would be their own again.
        await _service.OpenAsync(SampleEvents.Ticket(_area));
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(agent), AssigneeCause.Returned));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == Other(agent).AccountId);
        var receipt = (await _service.ReceiptsAsync(_area, 3))[^1];
        Assert.Equal(
            ("returned", 3, "gave-it-back"),
            (receipt.Cause, (int)receipt.CauseVersion, receipt.Candidates.Single(x => x.AgentId == agent.AccountId).NotEligibleBecause));

        // The other gives it back too: now everybody did, and a dispatcher has to look.
        await _service.PublishAsync(SampleEvents.Left(ticket, 5, SampleEvents.Person(Other(agent)), AssigneeCause.Returned));
        await _service.TicketAsync(ticket.Id, x => x.WaitingBecause == WaitingReasons.GaveItBack);
        Assert.Equal("gave-it-back", Assert.Single(await AskedAsync(ticket)).Because);
        await _service.ConsumeAsync(new DrainArea(_area) { Everything = true });
        var diego = await _service.AgentAsync("Diego", _area);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == diego.AccountId);
        Assert.Equal(4, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
    }

    [Fact]
    public async Task AG6_with_nobody_else_it_waits_and_with_a_fallback_the_dispatchers_are_told()
    {
        await _service.PutIntoAsync(_carla.AccountId);
        await _service.SetModeAsync(_area, AssignmentMode.AutomaticWithFallback);
        var (ticket, agent) = await GivenAsync();
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(agent), AssigneeCause.Returned));
        await _service.TicketAsync(ticket.Id, x => x is { WaitingBecause: WaitingReasons.GaveItBack, AgentId: null });
        var told = Assert.Single(await AskedAsync(ticket));
        Assert.Equal(("gave-it-back", ticket.Number), (told.Because, told.Number));
        // Going and coming changes nothing: they gave it back.
        await _service.GoAwayAsync(agent.AccountId);
        await _service.ComeBackAsync(agent.AccountId);
        await _service.ConsumeAsync(new DrainArea(_area) { Everything = true });
        Assert.Single(await _service.ReceiptsAsync(_area));
        // A ticket that is given back holds up nobody who comes after it.
        Assert.Equal(agent.AccountId, await _service.OpenAsync(SampleEvents.Ticket(_area)));
    }

    [Fact]
    public async Task AG6_while_another_is_only_away_it_waits_for_them()
    {
        var (ticket, agent) = await GivenAsync();
        await _service.GoAwayAsync(Other(agent).AccountId);
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(agent), AssigneeCause.Returned));
        await _service.TicketAsync(ticket.Id, x => x.WaitingBecause == WaitingReasons.NobodyAvailable);
        await _service.ComeBackAsync(Other(agent).AccountId);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == Other(agent).AccountId);
    }

    [Fact]
    public async Task N1_what_an_agent_who_went_away_hands_back_goes_to_another()
    {
        var (ticket, agent) = await GivenAsync();
        await _service.GoAwayAsync(agent.AccountId);
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(agent), AssigneeCause.HandedBack));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == Other(agent).AccountId);
        Assert.Equal("handed-back", (await _service.ReceiptsAsync(_area, 2))[^1].Cause);
    }

    [Fact]
    public async Task N1_who_is_back_already_comes_last_for_what_was_handed_back_but_before_nobody()
    {
        var (first, agent) = await GivenAsync();
        await _service.OpenAsync(SampleEvents.Ticket(_area));
        // Their turn, but it was just taken from them, and a colleague is there.
        await _service.PublishAsync(SampleEvents.Left(first, 3, SampleEvents.Person(agent), AssigneeCause.HandedBack));
        await _service.TicketAsync(first.Id, x => x.AgentId == Other(agent).AccountId);
        Assert.Equal(
            "handed-it-back",
            (await _service.ReceiptsAsync(_area, 3))[^1].Candidates.Single(x => x.AgentId == agent.AccountId).NotEligibleBecause);

        await _service.GoAwayAsync(Other(agent).AccountId);
        var (second, again) = await GivenAsync();
        Assert.Equal(agent, again);
        await _service.PublishAsync(SampleEvents.Left(second, 3, SampleEvents.Person(agent), AssigneeCause.HandedBack));
        await _service.ReceiptsAsync(_area, 5);
        await _service.TicketAsync(second.Id, x => x.AgentId == agent.AccountId);
        Assert.Equal(5, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
    }

    [Fact]
    public async Task AD2_DI1_what_a_dispatcher_takes_away_waits_for_a_dispatcher_and_no_rule_touches_it()
    {
        var (ticket, agent) = await GivenAsync();
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(agent), AssigneeCause.Unassigned));
        await _service.TicketAsync(ticket.Id, x => x is { Held: true, WaitingBecause: WaitingReasons.Unassigned });
        var told = Assert.Single(await AskedAsync(ticket));
        Assert.Equal((ticket.Id, "unassigned", _name), (told.TicketId, told.Because, told.AreaName));

        await _service.ConsumeAsync(new DrainArea(_area) { Everything = true, TicketId = ticket.Id });
        await _service.PublishAsync(SampleEvents.Answered(ticket, 4));
        await _service.PublishAsync(SampleEvents.Ranked(ticket, 5, TicketPriority.Urgent));
        await _service.TicketAsync(ticket.Id, x => x is { Version: 5, Held: true, AgentId: null });
        // Nor does it stand before those whose turn it is.
        await _service.OpenAsync(SampleEvents.Ticket(_area));
        Assert.Equal(2, (await _service.ReceiptsAsync(_area)).Count);

        await _service.PublishAsync(SampleEvents.Assigned(ticket, 6, SampleEvents.Person(agent)));
        await _service.TicketAsync(ticket.Id, x => x is { Held: false, WaitingSince: null } && x.AgentId == agent.AccountId);
        Assert.Single(await AskedAsync(ticket));
    }

    [Fact]
    public async Task AD2_what_a_dispatcher_took_away_still_waits_for_a_dispatcher_when_it_ended_and_is_open_again()
    {
        var (ticket, agent) = await GivenAsync();
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(agent), AssigneeCause.Unassigned));
        await _service.TicketAsync(ticket.Id, x => x.Held);
        await _service.PublishAsync(SampleEvents.Closed(ticket, 4));
        await _service.TicketAsync(ticket.Id, x => x is { Open: false, WaitingSince: null });
        await _service.PublishAsync(SampleEvents.Reopened(ticket, 5));
        await _service.TicketAsync(ticket.Id, x => x is { Held: true, WaitingBecause: WaitingReasons.Unassigned, AgentId: null });
        Assert.Equal(2, (await AskedAsync(ticket, 2)).Count);
        Assert.Single(await _service.ReceiptsAsync(_area));
        // In another area it is nobody's decision any more.
        var other = await _service.AreaAsync();
        var diego = await _service.AgentAsync("Diego", other);
        await _service.PublishAsync(SampleEvents.Moved(ticket, 6, other));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == diego.AccountId && !x.Held);
    }

    [Fact]
    public async Task DI3_a_ticket_that_is_filed_under_another_area_leaves_the_old_queue_and_enters_the_new_one()
    {
        var name = SampleEvents.Name("Equipos");
        var other = await _service.AreaAsync(name);
        await _service.GoAwayAsync(_bruno.AccountId);
        await _service.GoAwayAsync(_carla.AccountId);
        var ticket = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        await _service.PublishAsync(SampleEvents.Moved(ticket, 2, other));
        var moved = await _service.TicketAsync(ticket.Id, x => x is { WaitingBecause: WaitingReasons.NoAgents });
        Assert.Equal((other, name), (moved.AreaId, Assert.Single(await AskedAsync(ticket)).AreaName));
        await _service.ComeBackAsync(_bruno.AccountId);
        await _service.ConsumeAsync(new DrainArea(_area) { Everything = true });
        Assert.Empty(await _service.ReceiptsAsync(_area));

        var diego = await _service.AgentAsync("Diego", other);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == diego.AccountId);
        Assert.Equal("recategorized", Assert.Single(await _service.ReceiptsAsync(other)).Cause);
    }

    [Fact]
    public async Task A_ticket_that_is_merged_into_another_leaves_the_queue()
    {
        await _service.GoAwayAsync(_bruno.AccountId);
        await _service.GoAwayAsync(_carla.AccountId);
        var (one, into) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.WaitsAsync(one, WaitingReasons.NobodyAvailable);
        await _service.WaitsAsync(into, WaitingReasons.NobodyAvailable);
        await _service.PublishAsync(SampleEvents.Merged(one, 2, into));
        await _service.TicketAsync(one.Id, x => x is { Open: false, WaitingSince: null });
        await _service.ComeBackAsync(_bruno.AccountId);
        Assert.Equal(into.Id, Assert.Single(await _service.ReceiptsAsync(_area, 1)).TicketId);
    }
}
