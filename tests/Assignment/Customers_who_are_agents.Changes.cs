using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

// When it becomes known later, or changes.
public sealed partial class Customers_who_are_agents
{
    [Fact]
    public async Task G4_a_ticket_that_comes_back_does_not_go_to_its_customer_either()
    {
        foreach (var cause in new[] { AssigneeCause.Returned, AssigneeCause.HandedBack })
        {
            var ticket = TicketOf(_bruno.AccountId, _bruno.Email);
            Assert.Equal(_carla.AccountId, await _service.OpenAsync(ticket));
            var diego = await AgentAsync("Diego", $"diego{Guid.NewGuid():N}@example.org");
            await _service.ConsumeAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(_carla), cause));
            await _service.TicketAsync(ticket.Id, x => x.AgentId == diego.AccountId);
            await _service.PutIntoAsync(diego.AccountId);
        }

        var (closed, moved) = (TicketOf(_bruno.AccountId, _bruno.Email), TicketOf(_bruno.AccountId, _bruno.Email));
        await _service.PublishAsync(SampleEvents.Closed(closed, 2));
        await _service.TicketAsync(closed.Id, x => x.Version == 2);
        await _service.PublishAsync(SampleEvents.Reopened(closed, 3));
        await _service.TicketAsync(closed.Id, x => x.AgentId == _carla.AccountId);
        var elsewhere = await _service.AreaAsync();
        await _service.WaitsAsync(moved with { AreaId = elsewhere }, WaitingReasons.NoAgents);
        await _service.PublishAsync(SampleEvents.Moved(moved, 2, _area));
        await _service.TicketAsync(moved.Id, x => x.AgentId == _carla.AccountId);
        Assert.DoesNotContain(await _service.ReceiptsAsync(_area), x => x.ChosenAgentId == _bruno.AccountId);
    }

    [Fact]
    public async Task G4_who_becomes_its_customer_while_it_waits_does_not_get_it()
    {
        await _service.GoAwayAsync(_bruno.AccountId);
        await _service.GoAwayAsync(_carla.AccountId);
        var ticket = TicketOf(null, "stranger@example.org");
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        // Claimed meanwhile; an event from before it says nothing new.
        await _service.ConsumeAsync(SampleEvents.Answered(ticket with { Customer = ticket.Customer with { Id = _bruno.AccountId } }, 3));
        await _service.ConsumeAsync(SampleEvents.Ranked(ticket, 2, TicketPriority.High));
        await _service.ComeBackAsync(_bruno.AccountId);
        await _service.TicketAsync(ticket.Id, x => x.WaitingBecause == WaitingReasons.Customer);
        await _service.ComeBackAsync(_carla.AccountId);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _carla.AccountId);
    }

    [Fact]
    public async Task G4_a_ticket_that_waits_for_somebody_else_goes_on_when_its_customer_is_another()
    {
        await _service.GoAwayAsync(_carla.AccountId);
        var ticket = TicketOf(null, _bruno.Email);
        await _service.WaitsAsync(ticket, WaitingReasons.Customer);
        await _service.PublishAsync(SampleEvents.Answered(ticket with { Customer = ticket.Customer with { Email = "other@example.org" } },
            2));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _bruno.AccountId);
    }

    [Fact]
    public async Task G4_and_when_the_agent_has_another_mailbox()
    {
        await _service.GoAwayAsync(_carla.AccountId);
        var ticket = TicketOf(null, _bruno.Email);
        await _service.WaitsAsync(ticket, WaitingReasons.Customer);
        await ChangeAsync((_bruno with { Version = 2 }).At($"b{Guid.NewGuid():N}@example.org"));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _bruno.AccountId);
    }

    [Fact]
    public async Task G4_the_customer_is_known_whichever_event_comes_first()
    {
        var ticket = TicketOf(_bruno.AccountId, _bruno.Email);
        await _service.ConsumeAsync(SampleEvents.Ranked(ticket, 2, TicketPriority.High));
        Assert.Equal(_carla.AccountId, await _service.OpenAsync(ticket));
    }

    [Fact]
    public async Task G4_to_be_passed_over_costs_the_others_nothing_and_the_round_goes_on()
    {
        var diego = await AgentAsync("Diego", $"diego{Guid.NewGuid():N}@example.org");
        Guid[] order = [.. new[] { _bruno, _carla, diego }.Select(x => x.AccountId).Order()];
        Assert.Equal(order[0], await _service.OpenAsync(SampleEvents.Ticket(_area)));
        Assert.Equal(order[2], await _service.OpenAsync(TicketOf(order[1], "x@example.org")));
        Assert.Equal(order[0], await _service.OpenAsync(SampleEvents.Ticket(_area)));
        Assert.Equal(order[1], await _service.OpenAsync(SampleEvents.Ticket(_area)));
        var shares = (await _service.GetAsync($"/api/areas/{_area}/fairness")).GetProperty("agents").EnumerateArray();
        Assert.Equal([4, 3, 4], shares.Select(x => x.GetProperty("couldBeChosen").GetInt32()));
    }

    [Fact]
    public async Task G4_of_tickets_and_customers_at_once_none_goes_to_its_own()
    {
        TicketSnapshot[] tickets = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? TicketOf(null, Spelled("in capitals"))
            : TicketOf(_carla.AccountId, "x@example.org"))];
        await Parallel.ForEachAsync(tickets, async (x, _) => await _service.PublishAsync(SampleEvents.Opened(x)));
        var receipts = await _service.ReceiptsAsync(_area, tickets.Length);
        var owners = tickets.ToDictionary(x => x.Id, x => x.Customer.Id ?? _bruno.AccountId);
        Assert.DoesNotContain(receipts, x => owners[x.TicketId] == x.ChosenAgentId);
        Assert.Equal(tickets.Length, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
        Assert.True(await _service.ReadAsync(db => db.Tickets.Where(x => x.AreaId == _area).AllAsync(x => x.AgentId != null)));
    }
}
