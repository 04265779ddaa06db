using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Reading;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class What_a_customer_is_offered : ModelTest
{
    readonly DateTimeOffset _late = Now + Window + TimeSpan.FromTicks(1);

    [Fact]
    public void Open_ticket_is_replied_to_and_closed() =>
        Assert.Equal(new AllowedActions(true, true, false, false, ReplyDestination.Here, null), For(Open()));

    [Fact]
    public void Closed_ticket_is_reopened_and_rated() =>
        Assert.Equal(new AllowedActions(true, false, true, true, ReplyDestination.HereAndReopens, null), For(Closed()));

    [Fact]
    public void Ticket_closed_for_good_goes_on_in_a_new_one() =>
        Assert.Equal(new AllowedActions(true, false, false, true, ReplyDestination.IntoNewTicket, null), For(Closed(), _late));

    [Fact]
    public void Ticket_that_went_on_names_the_other_one()
    {
        var ticket = Closed();
        ticket.ContinueIn(Open(), _late);
        Assert.Equal(
            new AllowedActions(true, false, false, true, ReplyDestination.IntoOtherTicket, "HD-000002"), For(ticket, _late, "HD-000002"));
    }

    [Fact]
    public void Other_ticket_is_not_named_while_this_one_takes_replies() => Assert.Null(For(Closed(), Now, "HD-000002").ContinuedIn);

    [Fact]
    public void Staff_reopens_what_is_closed_and_not_merged()
    {
        var merged = Open();
        Done(merged.MergeInto(Open(), [], false, Dora, Now));
        Assert.True(AllowedActionsMapping.Of(Closed(), null, forStaff: true, _late).Reopen);
        Assert.False(AllowedActionsMapping.Of(merged, null, forStaff: true, Now).Reopen);
        Assert.False(AllowedActionsMapping.Of(Open(), null, forStaff: true, Now).Reopen);
    }

    static AllowedActions For(Ticket ticket, DateTimeOffset? now = null, string? continuedIn = null) =>
        AllowedActionsMapping.Of(ticket, continuedIn, forStaff: false, now ?? Now);
}
