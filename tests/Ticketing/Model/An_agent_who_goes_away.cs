using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class An_agent_who_goes_away : ModelTest
{
    [Fact]
    public void Untouched_ticket_goes_back_and_another_agent_shall_have_it()
    {
        var ticket = OpenFor(Ana);
        ticket.HandBackUntouched(Ana.Id!.Value, Now);
        Assert.Equal(((Guid?)null, false), (ticket.AssigneeId, ticket.AwaitsDispatcher));
        Assert.Equal(AssigneeCause.HandedBack, Event<AssigneeChanged>(ticket).Cause);
    }

    [Fact]
    public void Touched_ticket_stays()
    {
        var ticket = OpenFor(Ana);
        ticket.ChangePriority(TicketPriority.Urgent, ByAna, Now);
        ticket.HandBackUntouched(Ana.Id!.Value, Now);
        Assert.Equal((Ana.Id, true), (ticket.AssigneeId, ticket.Touched));
    }

    [Fact]
    public void Being_given_it_is_no_touching()
    {
        var ticket = Open();
        Done(ticket.Assign(Ana, ByAna, AssigneeCause.Taken, null, Now));
        Assert.False(ticket.Touched);
    }

    [Fact]
    public void Next_agent_has_not_touched_it_yet()
    {
        var ticket = OpenFor(Ana);
        ticket.ChangePriority(TicketPriority.Urgent, ByAna, Now);
        Done(ticket.Assign(Ben, Dora, AssigneeCause.Given, null, Now));
        Assert.False(ticket.Touched);
    }

    [Fact]
    public void Work_of_others_is_no_touching()
    {
        var ticket = OpenFor(Ana);
        ticket.ChangePriority(TicketPriority.Urgent, Dora, Now);
        Assert.False(ticket.Touched);
    }

    [Fact]
    public void Ticket_of_another_agent_stays()
    {
        var ticket = OpenFor(Ana);
        ticket.HandBackUntouched(Ben.Id!.Value, Now);
        ticket.HandBack(Ben.Id!.Value, Now);
        Assert.Equal(Ana.Id, ticket.AssigneeId);
    }

    [Fact]
    public void Suspended_agents_ticket_goes_back_whatever_was_done_on_it()
    {
        var ticket = OpenFor(Ana);
        ticket.ChangePriority(TicketPriority.Urgent, ByAna, Now);
        ticket.HandBack(Ana.Id!.Value, Now);
        Assert.Equal(((Guid?)null, false, false), (ticket.AssigneeId, ticket.Touched, ticket.AwaitsDispatcher));
    }

    [Fact]
    public void Closed_ticket_stays_with_its_agent()
    {
        var ticket = OpenFor(Ana);
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        ticket.HandBack(Ana.Id!.Value, Now);
        ticket.HandBackUntouched(Ana.Id!.Value, Now);
        Assert.Equal(Ana.Id, ticket.AssigneeId);
    }
}
