using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Replies;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class The_route_of_a_reply : ModelTest
{
    [Fact]
    public void Holder_of_a_link_is_told_the_link_of_what_follows()
    {
        var ticket = Closed();
        Assert.True(ByLink(ticket).Visit(ticket).TellsLink);
    }

    [Fact]
    public void Link_that_was_renewed_since_is_not_told()
    {
        var (first, next) = (Closed(), Open());
        next.RenewTrackingLink([2], "x", Dora, Now.AddDays(1));
        Assert.False(ByLink(first).Visit(first).Follow(first, next.Id).Visit(next).TellsLink);
    }

    [Fact]
    public void Link_that_was_renewed_before_the_first_is_told()
    {
        var (first, next) = (Closed(), Open());
        first.RenewTrackingLink([2], "x", Dora, Now.AddDays(2));
        next.RenewTrackingLink([3], "x", Dora, Now.AddDays(1));
        Assert.True(ByLink(first).Visit(first).Follow(first, next.Id).Visit(next).TellsLink);
    }

    [Fact]
    public void Signed_in_customer_is_told_every_link()
    {
        var (first, next) = (Closed(), Open());
        next.RenewTrackingLink([2], "x", Dora, Now.AddDays(1));
        var route = ReplyRoute.From(first.Id, CustomerVerification.SignedIn);
        Assert.True(route.Visit(first).Follow(first, next.Id).Visit(next).TellsLink);
    }

    [Fact]
    public void Link_is_not_told_past_a_merge_that_links_do_not_follow()
    {
        var (first, next) = (Open(verification: CustomerVerification.Unverified), Open());
        Done(first.MergeInto(next, [], false, Dora, Now));
        Assert.False(ByLink(first).Visit(first).Follow(first, next.Id).TellsLink);
    }

    [Fact]
    public void Link_is_told_past_a_merge_that_links_follow()
    {
        var (first, next) = (Open(), Open());
        Done(first.MergeInto(next, [], false, Dora, Now));
        Assert.True(ByLink(first).Visit(first).Follow(first, next.Id).TellsLink);
    }

    [Theory]
    [InlineData(CustomerVerification.Unverified, CustomerVerification.SignedIn, false)]
    [InlineData(CustomerVerification.TrackingLink, CustomerVerification.SignedIn, false)]
    [InlineData(null, CustomerVerification.SignedIn, false)]
    [InlineData(CustomerVerification.Unverified, CustomerVerification.TrackingLink, true)]
    [InlineData(CustomerVerification.SignedIn, CustomerVerification.SignedIn, true)]
    [InlineData(CustomerVerification.SignedIn, CustomerVerification.TrackingLink, true)]
    public void G6_link_that_anybody_may_hold_leads_to_nothing_that_its_owner_opened_signed_in(
        CustomerVerification? opened, CustomerVerification followed, bool told)
    {
        var (first, next) = (Open(verification: opened), Open(verification: followed));
        first.Close(Dora, ClosingReason.ByStaff, Now, TimeSpan.Zero);
        Assert.Equal(told, ByLink(first).Visit(first).Follow(first, next.Id).Visit(next).TellsLink);
    }

    [Fact]
    public void Route_goes_on_to_the_next_ticket()
    {
        var (first, next) = (Closed(), Open());
        var route = ByLink(first).Visit(first).Follow(first, next.Id);
        Assert.Equal((next.Id, true, false), (route.At, route.IsFirst(first), route.IsFirst(next)));
    }

    static ReplyRoute ByLink(Ticket ticket) => ReplyRoute.From(ticket.Id, CustomerVerification.TrackingLink);
}
