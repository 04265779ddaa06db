using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_status_moved_by_hand : ModelTest
{
    public static TheoryData<TicketStatus, TicketStatus> Ways => new(
        from one in Enum.GetValues<TicketStatus>() from other in Enum.GetValues<TicketStatus>() select (one, other));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Ticket_moves_along_the_table_and_no_other_way(TicketStatus from, TicketStatus to)
    {
        var ticket = At(from);
        var refused = ticket.ChangeStatus(to, Dora, Now, Window).IsRefused(out var refusal);
        Assert.Equal(from != to && !TicketStatusTransitions.Allows(from, to), refused);
        Assert.Equal(refused ? from : to, ticket.Status);
        Assert.Equal(refused ? "transition-not-allowed" : null, refusal?.Type.Split(':')[^1]);
    }

    [Fact]
    public void Refusal_tells_where_the_ticket_could_go()
    {
        Assert.True(Closed().ChangeStatus(TicketStatus.OnHold, Dora, Now, Window).IsRefused(out var refusal));
        Assert.Equal([TicketStatus.InProgress], Assert.IsAssignableFrom<IEnumerable<TicketStatus>>(refusal.More["allowed"]));
    }

    [Fact]
    public void Move_is_told_with_both_ends()
    {
        var ticket = Open();
        Done(ticket.ChangeStatus(TicketStatus.OnHold, Dora, Now, Window));
        var changed = Event<TicketStatusChanged>(ticket);
        Assert.Equal((TicketStatus.New, TicketStatus.OnHold, Dora), (changed.From, changed.To, changed.ChangedBy));
    }

    [Fact]
    public void Ticket_that_is_there_already_stays_as_it_was()
    {
        var ticket = Waiting();
        Done(ticket.ChangeStatus(TicketStatus.WaitingOnCustomer, Dora, Now.AddHours(5), Window));
        Assert.Equal((Now, 2L), (ticket.WaitingSince, ticket.Version));
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Waiting_for_the_customer_starts_the_clock()
    {
        var ticket = Open();
        Done(ticket.ChangeStatus(TicketStatus.WaitingOnCustomer, Dora, Now.AddHours(5), Window));
        Assert.Equal(Now.AddHours(5), ticket.WaitingSince);
    }

    [Fact]
    public void Another_status_stops_the_clock()
    {
        var ticket = Waiting();
        Done(ticket.ChangeStatus(TicketStatus.OnHold, Dora, Now, Window));
        Assert.Null(ticket.WaitingSince);
    }

    [Fact]
    public void To_closed_is_closing()
    {
        var ticket = Open();
        Done(ticket.ChangeStatus(TicketStatus.Closed, Dora, Now, Window));
        Assert.Equal(ClosingReason.ByStaff, Event<TicketClosed>(ticket).Reason);
        Assert.Equal(Now + Window, ticket.ReopenableUntil);
    }

    [Fact]
    public void From_closed_is_reopening()
    {
        var ticket = Closed();
        Done(ticket.ChangeStatus(TicketStatus.InProgress, Dora, Now.AddDays(100), Window));
        Event<TicketReopened>(ticket);
        Assert.Null(ticket.ClosedAt);
    }

    Ticket At(TicketStatus status)
    {
        var ticket = Open();
        if (status == TicketStatus.New)
            return ticket;
        Done(ticket.ChangeStatus(status == TicketStatus.InProgress ? TicketStatus.InProgress : status, Dora, Now, Window));
        return Without(ticket);
    }
}
