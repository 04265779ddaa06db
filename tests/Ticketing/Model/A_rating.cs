using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_rating : ModelTest
{
    static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Open_ticket_is_not_rated() => Refused(TicketRefusals.NotRateable, Open().Rate(5, null, Now));

    [Fact]
    public void Merged_ticket_is_not_rated()
    {
        var ticket = Open();
        Done(ticket.MergeInto(Open(), [], false, Dora, Now));
        Refused(TicketRefusals.NotRateable, ticket.Rate(5, null, Now));
        Assert.Null(ticket.RateableUntil);
    }

    [Fact]
    public void Closed_ticket_is_rated_for_thirty_days()
    {
        Done(Closed().Rate(5, null, Now.AddDays(30)));
        Refused(TicketRefusals.RatingOver, Closed().Rate(5, null, Now.AddDays(30) + Tick));
    }

    [Fact]
    public void Rating_is_told_with_comment()
    {
        var ticket = Closed();
        Done(ticket.Rate(4, "Good", Now.AddDays(1)));
        var rated = Event<TicketRated>(ticket);
        Assert.Equal(((short)4, "Good", Now.AddDays(1)), (rated.Score, rated.Comment, rated.RatedAt));
    }

    [Fact]
    public void Same_rating_again_changes_nothing()
    {
        var ticket = Closed();
        Done(ticket.Rate(4, "Good", Now));
        var version = Without(ticket).Version;
        Done(ticket.Rate(4, "Good", Now.AddDays(1)));
        Assert.Equal(version, ticket.Version);
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Rating_is_changed_for_seven_days_and_a_change_gives_no_more_time()
    {
        var ticket = Closed();
        Done(ticket.Rate(4, null, Now));
        Done(ticket.Rate(2, "Broke again", Now.AddDays(5)));
        Assert.Equal(Now.AddDays(7), ticket.RateableUntil);
        Refused(TicketRefusals.RatingOver, ticket.Rate(1, null, Now.AddDays(7) + Tick));
        Assert.Equal((short?)2, ticket.Score);
    }

    [Fact]
    public void Ticket_that_was_closed_again_is_rated_anew()
    {
        var ticket = Closed();
        Done(ticket.Rate(4, "Good", Now));
        Done(ticket.Reopen(Dora, Now.AddDays(1)));
        ticket.Close(Dora, ClosingReason.ByStaff, Now.AddDays(20), Window);
        Assert.Equal(Now.AddDays(50), Without(ticket).RateableUntil);
        Done(ticket.Rate(4, "Good", Now.AddDays(21)));
        Assert.Equal(Now.AddDays(21), Event<TicketRated>(ticket).RatedAt);
    }
}
