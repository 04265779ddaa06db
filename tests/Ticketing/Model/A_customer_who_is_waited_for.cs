using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_customer_who_is_waited_for : ModelTest
{
    static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Warning_and_closing_are_counted_from_the_reply()
    {
        var ticket = Waiting();
        Assert.Equal((Now.AddHours(48), Now.AddHours(72)), (ticket.WarnsAt(Policy), ticket.ClosesAt(Policy)));
    }

    [Fact]
    public void Ticket_that_does_not_wait_neither_warns_nor_closes()
    {
        var ticket = Open();
        Assert.Equal(((DateTimeOffset?)null, (DateTimeOffset?)null), (ticket.WarnsAt(Policy), ticket.ClosesAt(Policy)));
        ticket.WarnIfDue(Policy, Now.AddYears(1));
        ticket.CloseIfSilent(Policy, Now.AddYears(1));
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Warning_is_not_sent_too_soon()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48) - Tick);
        Assert.Null(ticket.ClosingWarnedAt);
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Warning_tells_when_the_ticket_closes()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        var warning = Event<ClosingWarningIssued>(ticket);
        Assert.Equal((Now, Now.AddHours(72)), (warning.RepliedAt, warning.ClosesAt));
    }

    [Fact]
    public void Warning_is_sent_once()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        Without(ticket).WarnIfDue(Policy, Now.AddHours(49));
        Assert.Null(ticket.WarnsAt(Policy));
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Late_warning_leaves_the_time_between_warning_and_end()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddDays(10));
        Assert.Equal(Now.AddDays(11), ticket.ClosesAt(Policy));
    }

    [Fact]
    public void Shorter_policy_does_not_break_what_was_promised()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        var shorter = Policy with { CloseAfter = TimeSpan.FromHours(50) };
        Assert.Equal(Now.AddHours(72), ticket.ClosesAt(shorter));
    }

    [Fact]
    public void Longer_policy_gives_more_time_also_after_the_warning()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        Assert.Equal(Now.AddHours(100), ticket.ClosesAt(Policy with { CloseAfter = TimeSpan.FromHours(100) }));
    }

    [Fact]
    public void Ticket_without_a_warning_is_not_closed()
    {
        var ticket = Waiting();
        ticket.CloseIfSilent(Policy, Now.AddDays(30));
        Assert.False(ticket.IsClosed);
    }

    [Fact]
    public void Ticket_is_not_closed_before_its_end()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        ticket.CloseIfSilent(Policy, Now.AddHours(72) - Tick);
        Assert.False(ticket.IsClosed);
    }

    [Fact]
    public void Silence_closes_the_ticket_at_its_end()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        Without(ticket).CloseIfSilent(Policy, Now.AddHours(72));
        var closed = Event<TicketClosed>(ticket);
        Assert.Equal(
            (ClosingReason.Silence, ActorKind.System, Now.AddHours(72) + Window),
            (closed.Reason, closed.ClosedBy.Kind, closed.ReopenableUntil));
    }

    [Fact]
    public void Customer_who_replied_after_the_warning_is_not_closed_out()
    {
        var ticket = Waiting();
        ticket.WarnIfDue(Policy, Now.AddHours(48));
        Value(ticket.ReplyAsCustomer("Here!", [], CustomerVerification.SignedIn, Now.AddHours(50)));
        ticket.CloseIfSilent(Policy, Now.AddHours(72));
        Assert.Equal(TicketStatus.InProgress, ticket.Status);
    }
}
