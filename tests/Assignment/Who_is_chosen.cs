using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed class Who_is_chosen(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    Guid _area;
    AccountChanged[] _agents = null!;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync();
        _agents =
            [await _service.AgentAsync("Bruno", _area), await _service.AgentAsync("Carla", _area),
                await _service.AgentAsync("Diego", _area)];
        Array.Sort(_agents, (x, y) => x.AccountId.CompareTo(y.AccountId));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AU1_agents_take_turns_in_each_of_their_areas()
    {
        var other = await _service.AreaAsync();
        await _service.PutIntoAsync(_agents[1].AccountId, _area, other);
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(_agents[i % 3].AccountId, await OpenAsync(_area));
            Assert.Equal(_agents[1].AccountId, await OpenAsync(other));
        }
    }

    [Fact]
    public async Task AU1_an_agent_who_is_suspended_or_no_longer_an_agent_is_passed_over_and_comes_back_to_their_place()
    {
        Assert.Equal(_agents[0].AccountId, await OpenAsync(_area));
        await ChangeAsync(_agents[1] with { Version = 2, Active = false });
        Assert.Equal(_agents[2].AccountId, await OpenAsync(_area));
        await ChangeAsync(_agents[0] with { Version = 2, Roles = ["Admin"] });
        Assert.Equal(_agents[2].AccountId, await OpenAsync(_area));
        await ChangeAsync(_agents[0] with { Version = 3 });
        await ChangeAsync(_agents[1] with { Version = 3 });
        Assert.Equal([0, 1, 2], await TurnsAsync(3));

        var receipts = (await _service.ItemsAsync($"/api/areas/{_area}/receipts?after=2&size=1"))[0];
        var why = receipts.GetProperty("candidates").EnumerateArray()
            .Select(x => (x.GetProperty("notEligibleBecause").GetString(), x.GetProperty("why").GetString()!)).ToList();
        Assert.Equal(["not-an-agent", "disabled", null], why.Select(x => x.Item1));
        Assert.Contains("could not be chosen: the account was disabled", why[1].Item2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AU1_an_agent_who_leaves_the_area_is_not_chosen_and_the_round_goes_on()
    {
        Assert.Equal([0, 1], await TurnsAsync(2));
        await _service.PutIntoAsync(_agents[1].AccountId);
        Assert.Equal([2, 0, 2], await TurnsAsync(3));
    }

    [Fact]
    public async Task AU1_a_hand_that_intervenes_does_not_break_the_round()
    {
        Assert.Equal([0, 1], await TurnsAsync(2));
        var (byHand, moved) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.PublishAsync(SampleEvents.Opened(byHand with { Assignee = SampleEvents.Person(_agents[2]) }));
        await _service.TicketAsync(byHand.Id, x => x.AgentId == _agents[2].AccountId);
        Assert.Equal(_agents[2].AccountId, await OpenAsync(_area, moved));
        await _service.PublishAsync(SampleEvents.Assigned(moved, 2, SampleEvents.Person(_agents[0])));
        await _service.TicketAsync(moved.Id, x => x.AgentId == _agents[0].AccountId);
        Assert.Equal([0, 1, 2, 0], await TurnsAsync(4));
        Assert.DoesNotContain(await _service.ReceiptsAsync(_area), x => x.TicketId == byHand.Id);
    }

    [Fact]
    public async Task AU1_a_ticket_that_was_taken_or_closed_before_its_turn_is_not_assigned()
    {
        var (taken, closed, reopened) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.PublishAsync(SampleEvents.Assigned(taken, 2, SampleEvents.Person(_agents[2])));
        await _service.PublishAsync(SampleEvents.Closed(closed, 2));
        await _service.PublishAsync(SampleEvents.Reopened(reopened, 3));
        await _service.TicketAsync(taken.Id, x => x.Version == 2);
        await _service.TicketAsync(closed.Id, x => x.Version == 2);
        await _service.TicketAsync(reopened.Id, x => x.Version == 3);
        await _service.ConsumeAsync(SampleEvents.Closed(reopened, 2));
        foreach (var ticket in new[] { taken, closed })
            await _service.ConsumeAsync(SampleEvents.Opened(ticket));
        Assert.Equal(_agents[0].AccountId, await OpenAsync(_area, reopened));
        Assert.Equal([1, 2], await TurnsAsync(2));
        Assert.DoesNotContain(await _service.ReceiptsAsync(_area), x => x.TicketId == taken.Id || x.TicketId == closed.Id);
    }

    [Fact]
    public async Task The_load_follows_what_becomes_of_the_tickets()
    {
        var (first, second) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await OpenAsync(_area, first);
        await OpenAsync(_area, second);
        Assert.Equal([1, 1, 0], await LoadsAsync());
        await _service.PublishAsync(SampleEvents.Assigned(second, 2, SampleEvents.Person(_agents[0])));
        await _service.TicketAsync(second.Id, x => x.Version == 2);
        Assert.Equal([2, 0, 0], await LoadsAsync());
        await _service.PublishAsync(SampleEvents.Closed(first, 2, SampleEvents.Person(_agents[0])));
        await _service.TicketAsync(first.Id, x => x.Version == 2);
        Assert.Equal([1, 0, 0], await LoadsAsync());
        await _service.PublishAsync(SampleEvents.Reopened(first, 3, SampleEvents.Person(_agents[0])));
        await _service.TicketAsync(first.Id, x => x.Version == 3);
        Assert.Equal([2, 0, 0], await LoadsAsync());
        // Stale: the ticket is open again.
        await _service.ConsumeAsync(SampleEvents.Closed(first, 2, SampleEvents.Person(_agents[0])));

        await OpenAsync(_area);
        var receipt = (await _service.ReceiptsAsync(_area))[^1];
        Assert.Equal([2, 0, 0], receipt.Candidates.Select(x => x.OpenTickets));
        Assert.Equal(3, (await _service.ReceiptsAsync(_area)).Count);
    }

    [Fact]
    public async Task A_ticket_that_ended_before_its_choice_was_recorded_gets_an_agent_when_it_is_open_again()
    {
        var ticket = SampleEvents.Ticket(_area);
        Assert.Equal(_agents[0].AccountId, await OpenAsync(_area, ticket));
        await _service.PublishAsync(SampleEvents.Closed(ticket, 2));
        await _service.TicketAsync(ticket.Id, x => !x.Open && x.AgentId is null);
        await _service.PublishAsync(SampleEvents.Reopened(ticket, 3));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _agents[1].AccountId);
        Assert.Equal(
            [("opened", 0), ("reopened", 1)], (await _service.ReceiptsAsync(_area))
            .Select(x => (x.Cause, Array.FindIndex(_agents, y => y.AccountId == x.ChosenAgentId))));
        Assert.Equal(2, (await _service.ItemsAsync($"/api/receipts?ticket={ticket.Number}")).Count);
    }

    [Fact]
    public async Task A_ticket_that_is_handed_back_by_hand_stays_with_the_dispatchers()
    {
        var ticket = SampleEvents.Ticket(_area);
        await OpenAsync(_area, ticket);
        await _service.PublishAsync(SampleEvents.Assigned(ticket, 2, SampleEvents.Person(_agents[0])));
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(_agents[0]), AssigneeCause.Unassigned));
        await _service.TicketAsync(ticket.Id, x => x is { AgentId: null, Held: true });
        Assert.Equal([1, 2, 0], await TurnsAsync(3));
        Assert.Single(await _service.ReceiptsAsync(_area), x => x.TicketId == ticket.Id);
    }

    async Task<List<int>> LoadsAsync()
    {
        var loads = (await _service.GetAsync($"/api/agents?area={_area}")).GetProperty("items").EnumerateArray()
            .ToDictionary(x => x.GetProperty("id").GetGuid(), x => x.GetProperty("openTickets").GetInt32());
        return [.. _agents.Select(x => loads[x.AccountId])];
    }

    async Task<List<int>> TurnsAsync(int count)
    {
        var areaLock = new List<int>();
        while (areaLock.Count < count)
        {
            var chosen = await OpenAsync(_area);
            areaLock.Add(Array.FindIndex(_agents, x => x.AccountId == chosen));
        }

        return areaLock;
    }

    /// <summary>Whom a ticket went to, once it did.</summary>
    async Task<Guid> OpenAsync(Guid area, TicketSnapshot? ticket = null)
    {
        ticket ??= SampleEvents.Ticket(area);
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        return (await _installation.Events.WaitForAsync<TicketAssigned>(1, x => x.TicketId == ticket.Id))[0].Agent.Id!.Value;
    }

    async Task ChangeAsync(AccountChanged account)
    {
        await _service.PublishAsync(account);
        await _service.KnowsAsync(account);
    }
}
