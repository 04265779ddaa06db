using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Assigning_tickets_of_an_area
{
    readonly AreaInMemory _area = new(3);

    [Fact]
    public void Agents_take_turns_in_the_order_of_their_ids() => Assert.Equal([0, 1, 2, 0, 1, 2, 0], _area.Assign(7));

    [Fact]
    public void The_order_in_which_agents_are_read_changes_no_turn()
    {
        _area.Agents.Reverse();
        Assert.Equal([2, 1, 0, 2], _area.Assign(4));
    }

    [Fact]
    public void Areas_take_turns_each_for_itself()
    {
        var other = new AreaInMemory(3);
        Assert.Equal([0, 0, 1, 1], new[] { _area.Assign(), other.Assign(), _area.Assign(), other.Assign() });
    }

    [Fact]
    public void Agent_who_is_away_is_passed_over_and_comes_back_to_their_place()
    {
        _area.Change(1, x => x with { Available = false });
        Assert.Equal([0, 2, 0], _area.Assign(3));
        _area.Change(1, x => x with { Available = true });
        Assert.Equal([1, 2, 0], _area.Assign(3));
    }

    [Fact]
    public void Agent_who_leaves_the_area_leaves_the_round_where_it_stands()
    {
        Assert.Equal([0, 1], _area.Assign(2));
        _area.Agents.RemoveAt(1);
        Assert.Equal(AreaInMemory.IdOf(2), _area.Agents[_area.Assign()!.Value].Id);
    }

    [Fact]
    public void Agent_who_enters_the_area_takes_the_place_of_their_id()
    {
        Assert.Equal([0, 1, 2], _area.Assign(3));
        _area.Agents.Add(AreaInMemory.Agent(3));
        Assert.Equal([3, 0, 1, 2, 3], _area.Assign(5));
    }

    [Fact]
    public void Ticket_that_goes_to_an_agent_is_theirs_and_leaves_the_queue()
    {
        var ticket = _area.Ticket();
        ticket.Wait(WaitingReasons.InLine, SampleEvents.Now);
        _area.Assign(ticket);
        Assert.Equal(
            (AreaInMemory.IdOf(0), true, null, null), (ticket.AgentId, ticket.Pending, ticket.WaitingSince, ticket.WaitingBecause));
        Assert.Equal(AreaInMemory.IdOf(0), ticket.LoadOf);
    }

    [Fact]
    public void Receipt_keeps_what_the_choice_was_made_from()
    {
        _area.Change(2, x => x with { Available = false, OpenTickets = 4, Capacity = 9 });
        _area.Assign(1);
        var ticket = _area.Ticket();
        _area.Assign(ticket);
        var receipt = _area.Receipts[1];
        Assert.Equal(
            (2, ticket.Id, ticket.Number, "opened", 0),
            (receipt.Sequence, receipt.TicketId, receipt.TicketNumber, receipt.Cause, receipt.CauseVersion));
        Assert.Equal((_area.Id, "round-robin/3", SampleEvents.Now), (receipt.AreaId, receipt.Policy, receipt.ChosenAt));
        Assert.Equal((AreaInMemory.IdOf(0), AreaInMemory.IdOf(1)), (receipt.PreviousAgentId, receipt.ChosenAgentId));
        Assert.Equal(
            [(1, true, null), (0, true, null), (4, false, "away")],
            receipt.Candidates.Select(x => (x.OpenTickets, x.Eligible, x.NotEligibleBecause)));
        Assert.Equal(new() { Active = true, IsAgent = true, Available = false, Capacity = 9 }, receipt.Candidates[2].Facts);
    }

    [Fact]
    public void Receipts_are_numbered_from_one_without_gaps()
    {
        _area.Assign(2);
        _area.Agents.ForEach(x => Assert.Equal(x.Id == AreaInMemory.IdOf(2) ? 0 : 1, x.NewTickets));
        for (var i = 0; i < 3; i++)
            _area.Change(i, x => x with { Available = false });
        Assert.Null(_area.Assign());
        for (var i = 0; i < 3; i++)
            _area.Change(i, x => x with { Available = true });
        _area.Assign(2);
        Assert.Equal([1, 2, 3, 4], _area.Receipts.Select(x => x.Sequence));
        Assert.Equal((4, AreaInMemory.IdOf(0)), (_area.State!.Sequence, _area.State.PreviousAgentId));
    }

    [Fact]
    public void Choices_of_one_commit_count_in_the_load_of_the_next()
    {
        _area.Change(0, x => x with { Capacity = 2, OpenTickets = 1 });
        Assert.Equal([0, 1, 2, 1, 2], _area.Assign(5));
        var full = _area.Receipts[3].Candidates[0];
        Assert.Equal((2, "at-capacity"), (full.OpenTickets, full.NotEligibleBecause));
    }

    [Fact]
    public void Capacity_of_all_is_never_exceeded()
    {
        for (var i = 0; i < 3; i++)
            _area.Change(i, x => x with { Capacity = i + 1 });
        Assert.Equal([0, 1, 2, 1, 2, 2, null], _area.Assign(7));
        Assert.False(_area.Context.AnyoneCanTake);
    }

    [Fact]
    public void Choice_that_is_due_for_another_reason_names_it_on_the_receipt()
    {
        var snapshot = SampleEvents.Ticket(_area.Id);
        var ticket = Ticket.From(snapshot);
        Assert.True(
            ticket.Apply(
                snapshot with { Version = 2 }, SampleEvents.Left(snapshot, 2, AreaInMemory.Person(0), AssigneeCause.Returned),
                SampleEvents.Now));
        Assert.Equal(1, _area.Assign(ticket));
        Assert.Equal(("returned", 2), (_area.Receipts[0].Cause, _area.Receipts[0].CauseVersion));
    }

    [Fact]
    public void Automatic_areas_with_a_fallback_assign_as_others_do()
    {
        _area.Rules = _area.Rules with { Mode = AssignmentMode.AutomaticWithFallback };
        Assert.Equal([0, 1], _area.Assign(2));
    }

    [Fact]
    public void Manual_areas_assign_nothing()
    {
        _area.Rules = _area.Rules with { Mode = AssignmentMode.Manual };
        Assert.Equal("manual", _area.WhyWaits());
        Assert.False(_area.Context.AnyoneCanTake);
        Assert.Equal((0, null), (_area.State!.Sequence, _area.State.PreviousAgentId));
    }

    [Fact]
    public void Ticket_of_an_unknown_area_waits()
    {
        var ticket = _area.Ticket();
        Assert.Null(new AssignmentContext(_area.Id, null, AreaRules.OfNoArea, []).Assign(ticket, SampleEvents.Now));
        Assert.Equal("unknown-area", ticket.WaitingBecause);
    }

    [Fact]
    public void Ticket_of_an_area_without_agents_waits() => Assert.Equal("no-agents", new AreaInMemory(0).WhyWaits());

    [Fact]
    public void Ticket_waits_while_everybody_is_away_or_full_and_the_round_stays()
    {
        _area.Assign(1);
        _area.Change(0, x => x with { Available = false });
        _area.Change(1, x => x with { Capacity = 3, OpenTickets = 3 });
        _area.Change(2, x => x with { Active = false });
        Assert.Equal("nobody-available", _area.WhyWaits());
        Assert.Equal((1, AreaInMemory.IdOf(0)), (_area.State!.Sequence, _area.State.PreviousAgentId));
    }

    [Fact]
    public void Ticket_that_everybody_returned_waits_for_that_reason()
    {
        var snapshot = SampleEvents.Ticket(_area.Id);
        var ticket = Ticket.From(snapshot);
        for (var i = 0; i < 3; i++)
            ticket.Apply(
                snapshot with { Version = i + 2 }, SampleEvents.Left(snapshot, i + 2, AreaInMemory.Person(i), AssigneeCause.Returned),
                SampleEvents.Now);
        Assert.Equal("gave-it-back", _area.WhyWaits(ticket));
    }

    [Fact]
    public void Ticket_waits_for_the_dispatchers_when_only_its_customer_is_free()
    {
        var ofAgent0 = _area.Ticket(x => x with { Customer = AreaInMemory.Person(0) });
        _area.Change(1, x => x with { Available = false });
        _area.Change(2, x => x with { Available = false });
        Assert.Equal("customer", _area.WhyWaits(ofAgent0));
        // With the customer away too, a colleague may come back.
        _area.Change(0, x => x with { Available = false });
        Assert.Equal("nobody-available", _area.WhyWaits(ofAgent0));
    }

    [Fact]
    public void Ticket_waits_for_the_dispatchers_when_all_but_its_customer_returned_it()
    {
        var snapshot = SampleEvents.Ticket(_area.Id) with { Customer = AreaInMemory.Person(0) };
        var ticket = Ticket.From(snapshot);
        for (var i = 1; i < 3; i++)
            ticket.Apply(
                snapshot with { Version = i + 1 }, SampleEvents.Left(snapshot, i + 1, AreaInMemory.Person(i), AssigneeCause.Returned),
                SampleEvents.Now);
        _area.Change(0, x => x with { Available = false });
        Assert.Equal("customer", _area.WhyWaits(ticket));
    }

    [Fact]
    public void Customer_is_passed_over_by_account_and_by_mailbox()
    {
        Assert.Equal(1, _area.Assign(_area.Ticket(x => x with { Customer = AreaInMemory.Person(0) })));
        Assert.Equal(
            0, _area.Assign(
                _area.Ticket(x => x with { Customer = new() { Name = "Ana", Email = "Agent2@example.org", Language = "es" } })));
    }

    [Fact]
    public void New_ticket_is_chosen_for_at_once_when_nobody_waits() => Assert.True(_area.Context.AssignsAtOnce(_area.Ticket()));

    [Fact]
    public void New_ticket_stands_in_line_behind_others_who_are_about_to_get_an_agent() =>
        Assert.False((_area.Context with { OthersWait = true }).AssignsAtOnce(_area.Ticket()));

    [Fact]
    public void New_ticket_stands_in_no_line_that_does_not_move()
    {
        for (var i = 0; i < 3; i++)
            _area.Change(i, x => x with { Available = false });
        Assert.True((_area.Context with { OthersWait = true }).AssignsAtOnce(_area.Ticket()));
    }

    [Fact]
    public void New_ticket_that_went_to_another_area_is_not_chosen_for_in_this_one() =>
        Assert.False(_area.Context.AssignsAtOnce(new AreaInMemory(1).Ticket()));

    [Fact]
    public void Ticket_awaits_its_first_choice_until_anything_becomes_of_it()
    {
        var snapshot = SampleEvents.Ticket(_area.Id);
        Assert.True(Ticket.From(snapshot).AwaitsFirstChoice);
        Assert.False(Ticket.From(snapshot with { Assignee = AreaInMemory.Person(0) }).AwaitsFirstChoice);
        Assert.False(Ticket.From(snapshot with { Status = TicketStatus.Closed }).AwaitsFirstChoice);
        var (waits, goes, taken) = (Ticket.From(snapshot), Ticket.From(snapshot), Ticket.From(snapshot));
        waits.Wait(WaitingReasons.NoAgents, SampleEvents.Now);
        goes.AssignTo(AreaInMemory.IdOf(1));
        taken.Apply(
            snapshot with { Version = 3 }, SampleEvents.Left(snapshot, 3, AreaInMemory.Person(0), AssigneeCause.Unassigned),
            SampleEvents.Now);
        Assert.All([waits, goes, taken], x => Assert.False(x.AwaitsFirstChoice));
    }
}
