using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_reply_of_staff : ModelTest
{
    [Fact]
    public void Ticket_waits_for_its_customer_from_then_on()
    {
        var ticket = Waiting();
        Assert.Equal((TicketStatus.WaitingOnCustomer, Now), (ticket.Status, ticket.WaitingSince));
    }

    [Fact]
    public void Reply_is_told_with_author_and_files()
    {
        var ticket = Open();
        var message = Value(ticket.ReplyAsStaff(ByAna, "Yes", Files(1), TicketStatus.InProgress, Now));
        var replied = Event<AgentReplied>(ticket);
        Assert.Equal((message.Id, "Yes", ByAna, 1), (replied.MessageId, replied.Text, replied.Author, replied.Attachments.Count));
    }

    [Fact]
    public void Reply_is_counted_with_its_time()
    {
        var ticket = Open();
        Value(ticket.ReplyAsStaff(ByAna, "Yes", [], TicketStatus.InProgress, Now.AddHours(1)));
        Assert.Equal((2, 1, Now.AddHours(1)), (ticket.MessageCount, ticket.ReplyCount, ticket.LastReplyAt));
    }

    [Fact]
    public void History_tells_the_way_from_one_status_to_the_other()
    {
        var ticket = Waiting();
        Assert.Equal(("New", "WaitingOnCustomer"), (Last(ticket).Details["from"], Last(ticket).Details["to"]));
    }

    [Fact]
    public void History_tells_no_status_that_stayed()
    {
        var ticket = Waiting();
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now));
        Assert.Empty(Last(ticket).Details);
    }

    [Fact]
    public void Every_reply_starts_the_clock_anew()
    {
        var ticket = Waiting();
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now.AddHours(47)));
        Assert.Equal(Now.AddHours(47), ticket.WaitingSince);
    }

    [Fact]
    public void Reply_after_the_warning_takes_the_warning_back()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now.AddHours(50)));
        Assert.Equal(((DateTimeOffset?)null, (DateTimeOffset?)null), (ticket.ClosingWarnedAt, ticket.ClosingPromisedFor));
    }

    [Theory]
    [InlineData(TicketStatus.InProgress)]
    [InlineData(TicketStatus.OnHold)]
    [InlineData(TicketStatus.Resolved)]
    public void Reply_may_say_where_the_ticket_goes(TicketStatus status)
    {
        var ticket = Open();
        Value(ticket.ReplyAsStaff(ByAna, "Yes", [], status, Now));
        Assert.Equal((status, (DateTimeOffset?)null), (ticket.Status, ticket.WaitingSince));
    }

    [Fact]
    public void Reply_does_not_close_a_ticket() =>
        Refused(TicketRefusals.TransitionNotAllowed(default, default), Open().ReplyAsStaff(ByAna, "Bye", [], TicketStatus.Closed, Now));

    [Fact]
    public void Reply_goes_along_the_table_of_transitions() =>
        Refused(TicketRefusals.TransitionNotAllowed(default, default), Waiting().ReplyAsStaff(ByAna, "x", [], TicketStatus.New, Now));

    [Fact]
    public void Reply_to_a_closed_ticket_is_refused_and_leaves_nothing()
    {
        var ticket = Closed();
        Refused(TicketRefusals.Closed, ticket.ReplyAsStaff(ByAna, "Late", [], TicketStatus.InProgress, Now));
        Assert.Equal((2, 2L), (ticket.MessageCount, ticket.Version));
    }

    [Fact]
    public void Files_beyond_the_room_of_a_ticket_are_refused()
    {
        var ticket = Open(files: Ticket.MostFiles - 1);
        Refused(TicketRefusals.TooManyFiles, ticket.ReplyAsStaff(ByAna, "x", Files(2), TicketStatus.InProgress, Now));
        Value(ticket.ReplyAsStaff(ByAna, "x", Files(1), TicketStatus.InProgress, Now));
        Value(ticket.ReplyAsStaff(ByAna, "x", [], TicketStatus.InProgress, Now));
        Assert.Equal(Ticket.MostFiles, ticket.KeptFiles);
    }
}
