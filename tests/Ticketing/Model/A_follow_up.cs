using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_follow_up : ModelTest
{
    readonly DateTimeOffset _late = Now + Window + TimeSpan.FromTicks(1);

    [Fact]
    public void Replies_go_on_in_it_once_the_old_ticket_is_closed_for_good()
    {
        var (old, next) = (Closed(), Open());
        old.ContinueIn(next, _late);
        Assert.Equal(next.Id, old.ContinuedInAt(_late));
    }

    [Fact]
    public void Replies_stay_while_the_old_ticket_can_be_reopened()
    {
        var (old, next) = (Closed(), Open());
        old.ContinueIn(next, _late);
        Done(old.Reopen(Dora, _late));
        Assert.Null(old.ContinuedInAt(_late.AddYears(1)));
        old.Close(Dora, ClosingReason.ByStaff, _late, Window);
        Assert.Null(old.ContinuedInAt(_late + Window));
        Assert.Equal(next.Id, old.ContinuedInAt(_late + Window + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Old_ticket_tells_its_number_in_the_history()
    {
        var (old, next) = (Closed(), Open());
        old.ContinueIn(next, _late);
        Assert.Equal((TimelineKind.FollowedUp, next.Number), (Last(old).Kind, Last(old).Details["number"]));
    }

    [Fact]
    public void Ticket_that_was_merged_into_a_strangers_goes_on_for_its_customer_alone()
    {
        var (one, stranger, next) = (Open(), Open(Ben), Open());
        Done(one.MergeInto(stranger, [], false, Dora, Now));
        one.ContinueIn(next, Now);
        Assert.Equal((stranger.Id, next.Id, false), (one.MergedIntoId, one.ContinuedInId, one.LinkShowsMerged));
    }

    [Fact]
    public void Merge_takes_the_place_of_an_earlier_follow_up()
    {
        var (old, next, stranger) = (Closed(), Open(), Open(Ben));
        old.ContinueIn(next, _late);
        Done(old.MergeInto(stranger, [], false, Dora, _late));
        Assert.Null(old.ContinuedInId);
    }
}
