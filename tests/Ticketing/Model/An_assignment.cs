using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class An_assignment : ModelTest
{
    [Fact]
    public void Choice_becomes_the_assignee_with_its_receipt()
    {
        var ticket = Open();
        var choice = Choice(ticket, Ana);
        ticket.AcceptAssignment(choice, available: true, Now);
        var changed = Event<AssigneeChanged>(ticket);
        Assert.Equal((Ana, AssigneeCause.Automatic, choice.Receipt.Id), (ticket.Assignee, changed.Cause, changed.ReceiptId));
        Assert.Equal("It was their turn.", Last(ticket).Details["reason"]);
    }

    [Fact]
    public void Choice_for_a_ticket_that_has_an_agent_changes_nothing()
    {
        var ticket = OpenFor(Ana);
        ticket.AcceptAssignment(Choice(ticket, Ben), available: true, Now);
        Assert.Equal(Ana.Id, ticket.AssigneeId);
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Choice_for_a_closed_ticket_changes_nothing()
    {
        var ticket = Closed();
        ticket.AcceptAssignment(Choice(ticket, Ana), available: true, Now);
        Assert.Null(ticket.AssigneeId);
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Choice_for_another_area_changes_nothing()
    {
        var ticket = Open();
        ticket.AcceptAssignment(Choice(ticket, Ana, area: Guid.NewGuid()), available: true, Now);
        Assert.Null(ticket.AssigneeId);
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Choice_does_not_come_before_a_dispatcher_who_decides()
    {
        var ticket = OpenFor(Ana);
        Done(ticket.Assign(null, Dora, AssigneeCause.Unassigned, null, Now));
        ticket.AcceptAssignment(Choice(ticket, Ben), available: true, Now);
        Assert.Equal(((Guid?)null, true), (ticket.AssigneeId, ticket.AwaitsDispatcher));
    }

    [Fact]
    public void Agent_who_has_gone_away_meanwhile_never_gets_it_and_another_one_shall()
    {
        var ticket = Open();
        var choice = Choice(ticket, Ana);
        ticket.AcceptAssignment(choice, available: false, Now);
        var changed = Event<AssigneeChanged>(ticket);
        Assert.Null(ticket.AssigneeId);
        Assert.Equal(
            (AssigneeCause.HandedBack, Ana, (Person?)null, choice.Receipt.Id), (
                changed.Cause, changed.From, changed.To, changed.ReceiptId));
    }

    [Fact]
    public void Customer_sees_nothing_of_a_choice_that_came_to_nothing()
    {
        var ticket = Open();
        ticket.AcceptAssignment(Choice(ticket, Ana), available: false, Now);
        Assert.Equal((1L, 2L, (long?)null), (ticket.CustomerVersion, ticket.Version, Last(ticket).CustomerVersion));
    }

    [Fact]
    public void Customer_is_not_chosen_for_their_own_ticket()
    {
        var ticket = Open(Ana);
        ticket.AcceptAssignment(Choice(ticket, Ana), available: true, Now);
        Assert.Null(ticket.AssigneeId);
        Assert.Equal(AssigneeCause.HandedBack, Event<AssigneeChanged>(ticket).Cause);
    }

    [Fact]
    public void Nobody_gives_it_to_its_customer()
    {
        var ticket = Open(Ana);
        Refused(TicketRefusals.AssigneeIsCustomer, ticket.Assign(Ana, Dora, AssigneeCause.Given, null, Now));
        Done(ticket.Assign(Ben, Dora, AssigneeCause.Given, null, Now));
        Refused(TicketRefusals.AssigneeIsCustomer, ticket.Assign(Ana, Dora, AssigneeCause.Given, null, Now));
        Assert.Equal(Ben.Id, ticket.AssigneeId);
    }

    [Fact]
    public void Person_who_gives_it_is_told_with_the_reason()
    {
        var ticket = OpenFor(Ana);
        Done(ticket.Assign(Ben, Dora, AssigneeCause.Given, "Knows printers", Now));
        var changed = Event<AssigneeChanged>(ticket);
        Assert.Equal((Ana, Ben, Dora, "Knows printers"), (changed.From, changed.To, changed.ChangedBy, changed.Reason));
    }

    [Fact]
    public void Agent_who_has_it_already_simply_keeps_it()
    {
        var ticket = OpenFor(Ana);
        Done(ticket.Assign(Ana, Dora, AssigneeCause.Given, null, Now));
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Closed_ticket_is_given_to_nobody() =>
        Refused(TicketRefusals.Closed, Closed().Assign(Ana, Dora, AssigneeCause.Given, null, Now));

    [Fact]
    public void Only_taking_away_lets_it_wait_for_a_dispatcher()
    {
        var ticket = OpenFor(Ana);
        Done(ticket.Assign(null, ByAna, AssigneeCause.Returned, "Not mine", Now));
        Assert.False(ticket.AwaitsDispatcher);
    }

    [Fact]
    public void Giving_it_again_ends_the_wait_for_a_dispatcher()
    {
        var ticket = OpenFor(Ana);
        Done(ticket.Assign(null, Dora, AssigneeCause.Unassigned, null, Now));
        Done(ticket.Assign(Ben, Dora, AssigneeCause.Given, null, Now));
        Assert.False(ticket.AwaitsDispatcher);
    }
}
