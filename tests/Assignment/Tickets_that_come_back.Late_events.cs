using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

// What becomes of them when events overtake one another.
public sealed partial class Tickets_that_come_back
{
    [Fact]
    public async Task N1_a_return_is_not_lost_when_a_later_event_overtakes_it_or_it_comes_twice()
    {
        var (ticket, agent) = await GivenAsync();
        await _service.ConsumeAsync(SampleEvents.Answered(ticket, 4));
        await _service.TicketAsync(ticket.Id, x => x is { AgentId: null, WaitingSince: null });
        var returned = SampleEvents.Left(ticket, 3, SampleEvents.Person(agent), AssigneeCause.Returned);
        await _service.ConsumeAsync(returned);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == Other(agent).AccountId);
        await _service.ConsumeAsync(returned);
        await _service.ConsumeAsync(SampleEvents.Recorded(ticket, 2, SampleEvents.Person(agent)));
        Assert.Equal(2, (await _service.ReceiptsAsync(_area)).Count);
        await _service.TicketAsync(ticket.Id, x => x is { Pending: true } && x.AgentId == Other(agent).AccountId);
    }

    [Fact]
    public async Task N1_what_became_of_a_ticket_before_its_opening_was_heard_counts()
    {
        var (taken, returned) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.ConsumeAsync(SampleEvents.Left(taken, 3, SampleEvents.Person(_bruno), AssigneeCause.Unassigned));
        await _service.ConsumeAsync(SampleEvents.Left(returned, 3, SampleEvents.Person(_bruno), AssigneeCause.Returned));
        await _service.TicketAsync(returned.Id, x => x.AgentId == _carla.AccountId);
        await _service.ConsumeAsync(SampleEvents.Opened(taken));
        await _service.ConsumeAsync(SampleEvents.Opened(returned));
        Assert.Equal(returned.Id, Assert.Single(await _service.ReceiptsAsync(_area)).TicketId);
        await _service.TicketAsync(taken.Id, x => x is { Held: true, AgentId: null });
    }

    [Fact]
    public async Task N1_a_ticket_that_was_moved_before_its_opening_was_heard_is_assigned_where_it_is_now()
    {
        var other = await _service.AreaAsync();
        var diego = await _service.AgentAsync("Diego", other);
        var ticket = SampleEvents.Ticket(_area);
        await _service.ConsumeAsync(SampleEvents.Moved(ticket, 2, other));
        Assert.Equal(diego.AccountId, await _service.OpenAsync(ticket));
        Assert.Empty(await _service.ReceiptsAsync(_area));
    }
}
