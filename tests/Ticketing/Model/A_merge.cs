using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_merge : ModelTest
{
    [Fact]
    public void Merged_ticket_closes_for_good_and_the_other_one_goes_on()
    {
        var (one, two) = (Open(), Open());
        Merge(one, two);
        Assert.Equal((ClosingReason.Merged, two.Id, true), (one.ClosingReason, one.MergedIntoId, one.IsClosedForGood(Now)));
        Assert.Equal([one.Id], two.MergedFrom);
        Assert.False(two.IsClosed);
    }

    [Fact]
    public void Merge_is_told_with_both_tickets()
    {
        var (one, two) = (Open(), Open());
        Merge(one, two);
        var merged = Event<TicketMerged>(one);
        Assert.Equal((one.Id, two.Id, Dora, false), (merged.Ticket.Id, merged.Into.Id, merged.MergedBy, merged.BroughtCustomerReply));
        Assert.Equal((one.Version, two.Version), (merged.Ticket.Version, merged.Into.Version));
    }

    [Fact]
    public void Closed_ticket_that_is_merged_is_closed_as_merged_and_its_window_is_over()
    {
        var (one, two) = (Closed(), Open());
        Merge(one, two, at: Now.AddDays(1));
        Assert.Equal((ClosingReason.Merged, Now, Now), (one.ClosingReason, one.ClosedAt, one.ReopenableUntil));
    }

    [Fact]
    public void Merged_ticket_is_reopened_by_nobody()
    {
        var one = Open();
        Merge(one, Open());
        Refused(TicketRefusals.Merged, one.Reopen(Dora, Now));
        Refused(TicketRefusals.Merged, one.ReopenAsCustomer(Now, CustomerVerification.SignedIn));
        Refused(TicketRefusals.Merged, one.ChangeStatus(TicketStatus.InProgress, Dora, Now, Window));
    }

    [Fact]
    public void Merged_ticket_is_merged_no_more_and_takes_none()
    {
        var (one, two, three) = (Open(), Open(), Open());
        Merge(one, two);
        Refused(TicketRefusals.Merged, one.MergeInto(three, [], false, Dora, Now));
        Refused(TicketRefusals.Merged, three.MergeInto(one, [], false, Dora, Now));
    }

    [Fact]
    public void Closed_ticket_takes_none() => Refused(TicketRefusals.Closed, Open().MergeInto(Closed(), [], false, Dora, Now));

    [Fact]
    public void Ticket_takes_no_more_than_fifty()
    {
        var into = Open();
        for (var i = 0; i < Ticket.MostMerged; i++)
            Merge(Open(), into);
        var one = Open();
        Refused(TicketRefusals.TooManyMerged, one.MergeInto(into, [], false, Dora, Now));
        Assert.False(one.IsClosed);
    }

    [Fact]
    public void Tickets_merged_before_count_too()
    {
        var (one, two) = (Open(), Open());
        for (var i = 0; i < Ticket.MostMerged - 1; i++)
            Merge(Open(), one);
        Merge(Open(), two);
        Refused(TicketRefusals.TooManyMerged, one.MergeInto(two, [], false, Dora, Now));
    }

    [Fact]
    public void Files_go_along()
    {
        var (one, two) = (Open(files: 2), Open(files: 1));
        Merge(one, two);
        Assert.Equal((0, 3), (one.KeptFiles, two.KeptFiles));
    }

    [Fact]
    public void Tickets_merged_before_go_along()
    {
        var (one, two, three) = (Open(), Open(), Open());
        Merge(one, two);
        Without(two);
        Merge(two, three, before: one);
        Assert.Equal([two.Id, one.Id], three.MergedFrom);
        Assert.Empty(two.MergedFrom);
        Assert.Equal(three.Id, one.MergedIntoId);
        Assert.Equal([one.Id], Event<TicketMerged>(two).MergedFrom);
    }

    [Fact]
    public void Link_of_a_signed_in_customer_leads_on_to_their_other_ticket()
    {
        var (one, two) = (Open(), Open());
        Merge(one, two);
        Assert.Equal((true, two.Id), (one.LinkShowsMerged, one.ContinuedInId));
    }

    [Theory]
    [InlineData(CustomerVerification.Unverified)]
    [InlineData(CustomerVerification.TrackingLink)]
    [InlineData(null)]
    public void Link_of_a_typed_address_leads_nowhere(CustomerVerification? verification)
    {
        var one = Open(verification: verification);
        Merge(one, Open());
        Assert.Equal((false, (Guid?)null), (one.LinkShowsMerged, one.ContinuedInId));
    }

    [Fact]
    public void Link_does_not_lead_on_to_another_accounts_ticket()
    {
        var one = Open();
        Merge(one, Open(Ben));
        Assert.Equal((false, (Guid?)null), (one.LinkShowsMerged, one.ContinuedInId));
    }

    [Fact]
    public void Replies_of_one_typed_mailbox_go_on_and_its_link_does_not()
    {
        var typed = Carl with { Id = null };
        var (one, two) = (
            Open(typed, CustomerVerification.Unverified), Open(typed with { Email = "CARL@example.org" }, CustomerVerification.Unverified));
        Merge(one, two);
        Assert.Equal((false, two.Id), (one.LinkShowsMerged, one.ContinuedInId));
    }

    [Fact]
    public void Typed_mailbox_never_speaks_for_an_account()
    {
        var one = Open(Carl with { Id = null }, CustomerVerification.Unverified);
        Merge(one, Open());
        Assert.Null(one.ContinuedInId);
    }

    [Fact]
    public void Link_leads_no_further_than_that_of_the_ticket_between()
    {
        var (one, two, stranger) = (Open(), Open(), Open(Ben));
        Merge(one, two);
        Merge(two, stranger, before: one);
        Assert.Equal((false, two.Id, stranger.Id), (one.LinkShowsMerged, one.ContinuedInId, one.MergedIntoId));
    }

    [Fact]
    public void Link_that_led_nowhere_leads_nowhere_after_the_next_merge()
    {
        var (one, two, three) = (Open(verification: CustomerVerification.Unverified), Open(), Open());
        Merge(one, two);
        Merge(two, three, before: one);
        Assert.Equal((false, true), (one.LinkShowsMerged, two.LinkShowsMerged));
    }

    [Theory]
    [InlineData(TicketStatus.New, TicketStatus.New)]
    [InlineData(TicketStatus.InProgress, TicketStatus.InProgress)]
    [InlineData(TicketStatus.WaitingOnCustomer, TicketStatus.InProgress)]
    [InlineData(TicketStatus.OnHold, TicketStatus.InProgress)]
    [InlineData(TicketStatus.Resolved, TicketStatus.InProgress)]
    public void Reply_without_an_answer_counts_in_the_ticket_that_goes_on(TicketStatus before, TicketStatus after)
    {
        foreach (var unanswered in new[] { true, false })
        {
            var into = Open();
            Done(into.ChangeStatus(before, Dora, Now, Window));
            Done(Open().MergeInto(into, [], unanswered, Dora, Now));
            Assert.Equal(unanswered ? after : before, into.Status);
            Assert.Equal(!unanswered && before == TicketStatus.WaitingOnCustomer, into.WaitingSince is not null);
        }
    }

    [Fact]
    public void Customer_of_the_ticket_that_goes_on_learns_of_a_merge_only_by_its_status()
    {
        var (still, moved) = (Open(), Waiting());
        Merge(Open(), still);
        Assert.Equal(1L, still.CustomerVersion);
        Done(Open().MergeInto(moved, [], unanswered: true, Dora, Now));
        Assert.Equal((3L, TimelineKind.StatusChanged), (moved.CustomerVersion, Last(moved).Kind));
    }

    void Merge(Ticket one, Ticket into, Ticket? before = null, DateTimeOffset? at = null) =>
        Done(one.MergeInto(into, before is null ? [] : [before], false, Dora, at ?? Now));
}
