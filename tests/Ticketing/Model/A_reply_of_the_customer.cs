using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_reply_of_the_customer : ModelTest
{
    [Fact]
    public void Reply_stops_the_clock_and_gives_the_ticket_back_to_staff()
    {
        var ticket = Waiting();
        Reply(ticket);
        Assert.Equal((TicketStatus.InProgress, (DateTimeOffset?)null), (ticket.Status, ticket.WaitingSince));
    }

    [Fact]
    public void New_ticket_stays_new()
    {
        var ticket = Open();
        Reply(ticket);
        Assert.Equal(TicketStatus.New, ticket.Status);
    }

    [Theory]
    [InlineData(TicketStatus.OnHold)]
    [InlineData(TicketStatus.Resolved)]
    public void Ticket_that_lay_aside_goes_on(TicketStatus status)
    {
        var ticket = Open();
        Done(ticket.ChangeStatus(status, Dora, Now, Window));
        Reply(ticket);
        Assert.Equal(TicketStatus.InProgress, ticket.Status);
    }

    [Fact]
    public void Reply_is_told_with_what_shows_that_it_is_the_customer()
    {
        var ticket = Open();
        var message = Value(ticket.ReplyAsCustomer("Hello?", Files(1), CustomerVerification.TrackingLink, Now));
        var replied = Event<CustomerReplied>(ticket);
        Assert.Equal((message.Id, "Hello?", CustomerVerification.TrackingLink), (replied.MessageId, replied.Text, replied.Verification));
        Assert.Equal(CustomerVerification.TrackingLink, message.Verification);
    }

    [Fact]
    public void Closed_ticket_is_reopened_within_the_window_and_both_are_told()
    {
        var ticket = Closed();
        Value(ticket.ReplyAsCustomer("Again", [], CustomerVerification.SignedIn, Now + Window));
        var events = ticket.TakeEvents();
        Assert.Equal((typeof(TicketReopened), typeof(CustomerReplied)), (events[0].GetType(), events[1].GetType()));
        Assert.Equal(TicketStatus.InProgress, ticket.Status);
    }

    [Fact]
    public void Ticket_closed_for_good_takes_no_reply()
    {
        var ticket = Closed();
        Refused(
            TicketRefusals.ReopenWindowOver,
            ticket.ReplyAsCustomer("Again", [], CustomerVerification.SignedIn, Now + Window + TimeSpan.FromTicks(1)));
        Assert.True(ticket.IsClosed);
    }

    [Fact]
    public void Files_beyond_the_room_of_a_ticket_reopen_nothing()
    {
        var ticket = Closed(Ticket.MostFiles);
        Refused(TicketRefusals.TooManyFiles, ticket.ReplyAsCustomer("x", Files(1), CustomerVerification.SignedIn, Now));
        Assert.True(ticket.IsClosed);
    }

    [Fact]
    public void Reply_by_the_link_is_signed_as_was_typed()
    {
        var ticket = Open(verification: CustomerVerification.Unverified);
        ticket.UpdateContact(Carl with { Name = "Carl of the account" });
        Assert.Equal("Carl", Value(ticket.ReplyAsCustomer("x", [], CustomerVerification.TrackingLink, Now)).AuthorName);
        Assert.Equal("Carl of the account", Value(ticket.ReplyAsCustomer("x", [], CustomerVerification.SignedIn, Now)).AuthorName);
    }

    [Fact]
    public void Reply_of_the_customer_touches_nothing_of_the_agents()
    {
        var ticket = OpenFor(Ana);
        Reply(ticket);
        Assert.False(ticket.Touched);
    }

    static void Reply(Ticket ticket) => Value(ticket.ReplyAsCustomer("Still here.", [], CustomerVerification.SignedIn, Now.AddHours(1)));
}
