using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

// What becomes of their tickets.
public sealed partial class Agents_who_are_suspended
{
    static AssigneeChanged HandedBack(TicketSnapshot ticket, long version, AccountChanged from, TicketStatus status = TicketStatus.New) =>
        SampleEvents.Left(ticket with { Status = status }, version, SampleEvents.Person(from), AssigneeCause.HandedBack);

    [Fact]
    public async Task G8_all_their_tickets_that_are_not_closed_go_back_to_the_queue()
    {
        TicketStatus[] open = [TicketStatus.New, TicketStatus.InProgress, TicketStatus.WaitingOnCustomer, TicketStatus.OnHold];
        var tickets = new List<TicketSnapshot>();
        foreach (var _ in open)
            tickets.Add(await HeldAsync());
        var resolved = await HeldAsync();
        Assert.Equal(5, await LoadAsync(_bruno));
        await SuspendAsync();
        foreach (var (ticket, status) in tickets.Zip(open))
            await _service.ConsumeAsync(HandedBack(ticket, 3, _bruno, status));
        await _service.ConsumeAsync(HandedBack(resolved, 3, _bruno, TicketStatus.Resolved));
        foreach (var ticket in tickets)
            await _service.TicketAsync(ticket.Id, x => x is { WaitingSince: null, Held: false } && x.AgentId == _carla.AccountId);
        Assert.Equal((0, 4), (await LoadAsync(_bruno), await LoadAsync(_carla)));
        Assert.All(await _service.ReceiptsAsync(_area), x => Assert.Equal(AssignmentCauses.HandedBack, x.Cause));

        // What is resolved needs nobody, until its customer does not find it so.
        await _service.TicketAsync(resolved.Id, x => x is { AgentId: null, WaitingSince: null });
        await _service.ConsumeAsync(SampleEvents.Reopened(resolved, 4));
        await _service.TicketAsync(resolved.Id, x => x.AgentId == _carla.AccountId);
        Assert.False(await _service.ReadAsync(db => db.Tickets.AnyAsync(x => x.AgentId == _bruno.AccountId)));
    }

    [Fact]
    public async Task G8_with_nobody_left_they_wait_and_the_one_who_comes_back_gets_them()
    {
        await _service.GoAwayAsync(_carla.AccountId);
        var ticket = await HeldAsync();
        await SuspendAsync();
        await _service.ConsumeAsync(HandedBack(ticket, 3, _bruno, TicketStatus.InProgress));
        await _service.TicketAsync(ticket.Id, x => x is { AgentId: null, WaitingBecause: WaitingReasons.NobodyAvailable });
        await _service.ComeBackAsync(_carla.AccountId);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _carla.AccountId);
    }

    [Fact]
    public async Task G8_a_choice_that_was_made_at_that_moment_is_made_again()
    {
        await _service.GoAwayAsync(_carla.AccountId);
        var (late, recorded, overtaken) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        foreach (var ticket in new[] { late, recorded, overtaken })
            Assert.Equal(_bruno.AccountId, await _service.OpenAsync(ticket));
        await SuspendAsync();
        await _service.ComeBackAsync(_carla.AccountId);
        // Ticketing heard of the suspension first and never gave it to them.
        await _service.ConsumeAsync(HandedBack(late, 2, _bruno));
        // Or it had, and took it back; told in order, or not.
        await _service.ConsumeAsync(SampleEvents.Recorded(recorded, 2, SampleEvents.Person(_bruno)));
        await _service.ConsumeAsync(HandedBack(recorded, 3, _bruno));
        await _service.ConsumeAsync(HandedBack(overtaken, 3, _bruno));
        await _service.ConsumeAsync(SampleEvents.Recorded(overtaken, 2, SampleEvents.Person(_bruno)));
        foreach (var ticket in new[] { late, recorded, overtaken })
            await _service.TicketAsync(ticket.Id, x => x.AgentId == _carla.AccountId);
        Assert.Equal((0, 3), (await LoadAsync(_bruno), await LoadAsync(_carla)));
        Assert.Equal(6, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
    }

    [Fact]
    public async Task G8_of_tickets_that_are_opened_while_they_are_suspended_none_stays_with_them()
    {
        TicketSnapshot[] tickets = [.. Enumerable.Range(0, 40).Select(_ => SampleEvents.Ticket(_area))];
        var opening = Parallel.ForEachAsync(tickets, async (x, _) => await _service.PublishAsync(SampleEvents.Opened(x)));
        await Task.WhenAll(opening, _service.PublishAsync(_bruno with { Version = 2, Active = false }));
        await _service.ReceiptsAsync(_area, tickets.Length);
        await ToldAsync(_bruno.AccountId, 2);
        // As Ticketing does, which heard of the suspension before any choice.
        var chosen = (await _service.ReceiptsAsync(_area))
            .Where(x => x.ChosenAgentId == _bruno.AccountId).Select(x => x.TicketId).ToHashSet();
        foreach (var ticket in tickets.Where(x => chosen.Contains(x.Id)))
            await _service.PublishAsync(HandedBack(ticket, 2, _bruno));
        await _service.ReceiptsAsync(_area, tickets.Length + chosen.Count);
        Assert.True(await _service.ReadAsync(db => db.Tickets.Where(x => x.AreaId == _area).AllAsync(x => x.AgentId == _carla.AccountId)));
        Assert.Equal((0, 40), (await LoadAsync(_bruno), await LoadAsync(_carla)));
    }
}
