using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_ticket_that_is_closed : ModelTest
{
    [Fact]
    public void Closing_keeps_time_reason_and_window()
    {
        var ticket = Closed();
        Assert.Equal((Now, ClosingReason.ByStaff, Now + Window), (ticket.ClosedAt, ticket.ClosingReason, ticket.ReopenableUntil));
    }

    [Fact]
    public void Closing_is_told_with_comment_and_window()
    {
        var ticket = Open();
        ticket.Close(ticket.CustomerActor(), ClosingReason.SolvedByCustomer, Now, Window, "Thanks", CustomerVerification.SignedIn);
        var closed = Event<TicketClosed>(ticket);
        Assert.Equal((ClosingReason.SolvedByCustomer, "Thanks", Now + Window), (closed.Reason, closed.Comment, closed.ReopenableUntil));
    }

    [Fact]
    public void Comment_stands_in_the_conversation_before_the_entry()
    {
        var ticket = Open();
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window, "Done");
        Assert.Equal(("Done", "ClosedByStaff"), (ticket.Messages[^2].Text, ticket.Messages[^1].Entry));
        Assert.Equal((MessageKind.PublicReply, MessageKind.SystemEntry), (ticket.Messages[^2].Kind, ticket.Messages[^1].Kind));
    }

    [Fact]
    public void Closed_ticket_keeps_the_time_at_which_it_was_closed()
    {
        var ticket = Closed();
        ticket.Close(ticket.CustomerActor(), ClosingReason.SolvedByCustomer, Now.AddDays(1), Window, "Late");
        Assert.Equal((Now, ClosingReason.ByStaff, 2), (ticket.ClosedAt, ticket.ClosingReason, ticket.MessageCount));
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Closing_stops_the_clock()
    {
        var ticket = Waiting();
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        Assert.Null(ticket.WaitingSince);
    }

    [Fact]
    public void Customer_reopens_it_up_to_the_end_of_the_window()
    {
        var ticket = Closed();
        Done(ticket.ReopenAsCustomer(Now + Window, CustomerVerification.SignedIn));
        Assert.Equal(TicketStatus.InProgress, ticket.Status);
    }

    [Fact]
    public void Customer_does_not_reopen_it_later() => Refused(
        TicketRefusals.ReopenWindowOver,
        Closed().ReopenAsCustomer(Now + Window + TimeSpan.FromTicks(1), CustomerVerification.SignedIn));

    [Fact]
    public void Staff_reopens_it_always()
    {
        var ticket = Closed();
        Done(ticket.Reopen(Dora, Now.AddYears(1)));
        Assert.Equal(Dora, Event<TicketReopened>(ticket).ReopenedBy);
    }

    [Fact]
    public void Reopening_forgets_how_it_was_closed()
    {
        var ticket = Closed();
        Done(ticket.Reopen(Dora, Now));
        Assert.Equal(
            ((DateTimeOffset?)null, (ClosingReason?)null, (DateTimeOffset?)null),
            (ticket.ClosedAt, ticket.ClosingReason, ticket.ReopenableUntil));
        Assert.Equal("Reopened", ticket.Messages[^1].Entry);
    }

    [Fact]
    public void Open_ticket_is_not_reopened()
    {
        var ticket = Open();
        Done(ticket.Reopen(Dora, Now));
        Done(ticket.ReopenAsCustomer(Now, CustomerVerification.SignedIn));
        Assert.Equal((TicketStatus.New, 1L), (ticket.Status, ticket.Version));
    }

    [Fact]
    public void Closed_for_good_is_only_what_is_closed_and_past_its_window()
    {
        var ticket = Closed();
        Assert.Equal((false, true), (ticket.IsClosedForGood(Now + Window), ticket.IsClosedForGood(Now + Window + TimeSpan.FromTicks(1))));
        Assert.False(Open().IsClosedForGood(Now.AddYears(1)));
    }
}
