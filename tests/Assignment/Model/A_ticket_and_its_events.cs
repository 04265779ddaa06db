using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class A_ticket_and_its_events
{
    static readonly Guid Here = Guid.NewGuid(), There = Guid.NewGuid();
    static readonly Person Bruno = AreaInMemory.Person(0), Carla = AreaInMemory.Person(1);

    readonly TicketSnapshot _opened = SampleEvents.Ticket(Here);
    readonly Ticket _ticket;

    public A_ticket_and_its_events() => _ticket = Ticket.From(_opened);

    bool Hear(TicketSnapshot seen, AssigneeChanged? hands = null) => _ticket.Apply(seen, hands, SampleEvents.Now);

    bool Hear(AssigneeChanged hands) => _ticket.Apply(hands.Ticket, hands, SampleEvents.Now);

    /// <summary>Bruno was chosen, and Ticketing recorded it as version 2.</summary>
    void GoesToBruno()
    {
        _ticket.AssignTo(Bruno.Id!.Value);
        Assert.False(Hear(SampleEvents.Recorded(_opened, 2, Bruno)));
        Assert.Equal((Bruno.Id, false), (_ticket.AgentId, _ticket.Pending));
    }

    [Fact]
    public void A_choice_lasts_though_events_from_before_it_was_recorded_say_that_nobody_has_the_ticket()
    {
        _ticket.AssignTo(Bruno.Id!.Value);
        Assert.False(Hear(_opened with { Version = 2 }));
        Assert.Equal((Bruno.Id, true, 2), (_ticket.AgentId, _ticket.Pending, _ticket.Version));
    }

    [Fact]
    public void A_ticket_that_somebody_takes_by_hand_leaves_the_queue()
    {
        _ticket.Wait(WaitingReasons.NoAgents, SampleEvents.Now);
        Assert.False(Hear(SampleEvents.Assigned(_opened, 2, Carla)));
        Assert.Equal((Carla.Id, null, null), (_ticket.AgentId, _ticket.WaitingSince, _ticket.WaitingBecause));
    }

    [Fact]
    public void A_returned_ticket_needs_another_agent_and_remembers_who_returned_it()
    {
        GoesToBruno();
        Assert.True(Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Returned)));
        Assert.Equal(
            ("returned", 3, "returned", SampleEvents.Now),
            (_ticket.Cause, _ticket.CauseVersion, _ticket.WaitingBecause, _ticket.WaitingSince));
        Assert.Equal([Bruno.Id!.Value], _ticket.ReturnedBy);
        Assert.Null(_ticket.AgentId);
    }

    [Fact]
    public void Who_returned_a_ticket_is_remembered_once()
    {
        GoesToBruno();
        Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Returned));
        Assert.False(Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Returned)));
        Assert.Single(_ticket.ReturnedBy);
    }

    [Fact]
    public void A_ticket_that_was_handed_back_needs_another_agent_and_remembers_whose_it_was()
    {
        GoesToBruno();
        Assert.True(Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.HandedBack)));
        Assert.Equal(("handed-back", Bruno.Id), (_ticket.Cause, _ticket.HandedBackBy));
        Assert.Empty(_ticket.ReturnedBy);
    }

    [Fact]
    public void What_a_dispatcher_takes_away_is_held_and_no_choice_is_due()
    {
        GoesToBruno();
        Assert.False(Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Unassigned)));
        Assert.Equal((true, "unassigned", null), (_ticket.Held, _ticket.WaitingBecause, _ticket.AgentId));
        Assert.False(Hear(_opened with { Version = 4, Priority = TicketPriority.Urgent }));
        Assert.Equal((true, TicketPriority.Urgent), (_ticket.Held, _ticket.Priority));
    }

    [Fact]
    public void What_a_dispatcher_held_is_free_when_somebody_has_it_again()
    {
        GoesToBruno();
        Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Unassigned));
        Assert.False(Hear(SampleEvents.Assigned(_opened, 4, Carla)));
        Assert.Equal((false, Carla.Id, null), (_ticket.Held, _ticket.AgentId, _ticket.WaitingSince));
    }

    [Fact]
    public void What_a_dispatcher_held_is_held_still_when_it_ended_and_is_open_again()
    {
        GoesToBruno();
        Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Unassigned));
        Hear(_opened with { Version = 4, Status = TicketStatus.Closed });
        Assert.Equal((true, null, false), (_ticket.Held, _ticket.WaitingSince, _ticket.Open));
        Assert.False(Hear(_opened with { Version = 5, Status = TicketStatus.InProgress }));
        Assert.Equal((true, "unassigned"), (_ticket.Held, _ticket.WaitingBecause));
    }

    [Fact]
    public void A_ticket_that_moves_without_an_agent_needs_one_there_and_forgets_what_was_here()
    {
        GoesToBruno();
        Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Returned));
        Assert.True(Hear(_opened with { Version = 4, AreaId = There }));
        Assert.Equal(("recategorized", 4, There), (_ticket.Cause, _ticket.CauseVersion, _ticket.AreaId));
        Assert.Empty(_ticket.ReturnedBy);
    }

    [Fact]
    public void A_ticket_that_moves_with_its_agent_stays_theirs()
    {
        GoesToBruno();
        Assert.False(Hear(_opened with { Version = 3, AreaId = There, Assignee = Bruno }));
        Assert.Equal((Bruno.Id, There, null), (_ticket.AgentId, _ticket.AreaId, _ticket.WaitingSince));
    }

    [Fact]
    public void A_held_ticket_that_moves_is_nobodys_decision_any_more()
    {
        GoesToBruno();
        Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Unassigned));
        Assert.True(Hear(_opened with { Version = 4, AreaId = There }));
        Assert.False(_ticket.Held);
    }

    [Theory]
    [InlineData(TicketStatus.Closed)]
    [InlineData(TicketStatus.Resolved)]
    public void A_ticket_that_ended_waits_no_more_and_is_nobodys_load(TicketStatus status)
    {
        _ticket.Wait(WaitingReasons.NoAgents, SampleEvents.Now);
        Assert.False(Hear(_opened with { Version = 2, Status = status }));
        Assert.Equal((false, null, null), (_ticket.Open, _ticket.WaitingSince, _ticket.LoadOf));
        Hear(_opened with { Version = 3, Status = status, Assignee = Bruno });
        Assert.Equal((Bruno.Id, null), (_ticket.AgentId, _ticket.LoadOf));
    }

    [Fact]
    public void A_ticket_that_is_open_again_without_an_agent_needs_one()
    {
        Hear(_opened with { Version = 2, Status = TicketStatus.Closed });
        Assert.True(Hear(_opened with { Version = 3, Status = TicketStatus.InProgress }));
        Assert.Equal(("reopened", 3), (_ticket.Cause, _ticket.CauseVersion));
    }

    [Fact]
    public void A_ticket_that_is_open_again_with_its_agent_is_theirs()
    {
        GoesToBruno();
        Hear(_opened with { Version = 3, Status = TicketStatus.Closed, Assignee = Bruno });
        Assert.False(Hear(_opened with { Version = 4, Status = TicketStatus.InProgress, Assignee = Bruno }));
        Assert.Equal(Bruno.Id, _ticket.LoadOf);
    }

    [Fact]
    public void An_event_that_was_overtaken_changes_nothing()
    {
        Hear(_opened with { Version = 3, Status = TicketStatus.Closed, Subject = "New" });
        Assert.False(Hear(_opened with { Version = 2, Subject = "Old" }));
        Assert.Equal((3, "New", false), (_ticket.Version, _ticket.Subject, _ticket.Open));
    }

    [Fact]
    public void A_return_is_not_lost_when_a_later_event_overtakes_it()
    {
        GoesToBruno();
        Assert.False(Hear(_opened with { Version = 4 }));
        Assert.Equal((null, null), (_ticket.AgentId, _ticket.WaitingSince));
        Assert.True(Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Returned)));
        Assert.Equal(("returned", 3, 4), (_ticket.Cause, _ticket.CauseVersion, _ticket.Version));
    }

    [Fact]
    public void Of_changes_of_hands_the_newest_decides()
    {
        GoesToBruno();
        Assert.True(Hear(SampleEvents.Left(_opened, 5, Bruno, AssigneeCause.Returned)));
        Assert.False(Hear(SampleEvents.Assigned(_opened, 4, Carla)));
        Assert.False(Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Unassigned)));
        Assert.Equal((false, "returned", null), (_ticket.Held, _ticket.WaitingBecause, _ticket.AgentId));
    }

    [Fact]
    public void A_choice_that_came_to_nothing_while_the_ticket_had_ended_is_made_again()
    {
        _ticket.AssignTo(Bruno.Id!.Value);
        // Reopened at 3; that it had been closed at 2 is heard only afterwards.
        Assert.False(Hear(_opened with { Version = 3, Status = TicketStatus.InProgress }));
        Assert.Equal(Bruno.Id, _ticket.AgentId);
        Assert.True(Hear(_opened with { Version = 2, Status = TicketStatus.Closed }));
        Assert.Equal(("overtaken", 2, null), (_ticket.Cause, _ticket.CauseVersion, _ticket.AgentId));
    }

    [Fact]
    public void A_ticket_that_is_closed_before_its_choice_was_recorded_is_nobodys()
    {
        _ticket.AssignTo(Bruno.Id!.Value);
        Hear(_opened with { Version = 2, Status = TicketStatus.Closed });
        Assert.Equal((null, false), (_ticket.AgentId, _ticket.Pending));
    }

    [Fact]
    public void What_was_decided_in_another_area_is_over_and_only_that_nobody_has_the_ticket_counts()
    {
        GoesToBruno();
        Hear(_opened with { Version = 5, AreaId = There, Assignee = Carla });
        Assert.False(Hear(SampleEvents.Left(_opened, 3, Bruno, AssigneeCause.Unassigned)));
        Assert.Equal((false, Carla.Id), (_ticket.Held, _ticket.AgentId));
    }

    [Fact]
    public void Another_customer_makes_a_waiting_ticket_due_for_another_look()
    {
        _ticket.Wait(WaitingReasons.Customer, SampleEvents.Now);
        Assert.True(Hear(_opened with { Version = 2, Customer = Carla }));
        Assert.True(_ticket.IsCustomer(Carla.Id!.Value, "other@example.org"));
        Assert.False(Hear(_opened with { Version = 3, Customer = Carla }));
    }

    [Fact]
    public void Another_customer_makes_no_choice_due_for_a_ticket_that_somebody_has()
    {
        GoesToBruno();
        Assert.False(Hear(_opened with { Version = 3, Customer = Carla, Assignee = Bruno }));
    }

    [Fact]
    public void A_wait_keeps_its_beginning_when_its_reason_changes()
    {
        _ticket.Wait(WaitingReasons.NoAgents, SampleEvents.Now);
        _ticket.Wait(WaitingReasons.NobodyAvailable, SampleEvents.Now.AddMinutes(5));
        Assert.Equal((SampleEvents.Now, "nobody-available", 1), (_ticket.WaitingSince, _ticket.WaitingBecause, _ticket.WaitCount));
    }
}
