using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_tracking_link_and_contact_data : ModelTest
{
    [Fact]
    public void First_link_trusts_every_other() => Assert.True(Open().TrustsLinkOf(null));

    [Fact]
    public void Renewed_link_trusts_none_that_is_older()
    {
        var ticket = Open();
        ticket.RenewTrackingLink([2], "protected anew", Dora, Now);
        Assert.Equal((false, false, true), (ticket.TrustsLinkOf(null), ticket.TrustsLinkOf(Now.AddTicks(-1)), ticket.TrustsLinkOf(Now)));
    }

    [Fact]
    public void Renewed_link_takes_the_place_of_the_old_one_and_is_told()
    {
        var ticket = Open();
        ticket.RenewTrackingLink([2], "protected anew", Dora, Now);
        Assert.Equal([2], ticket.TrackingHash);
        Assert.Equal(("protected anew", TimelineKind.TrackingLinkRenewed), (ticket.TrackingToken, Last(ticket).Kind));
        Assert.Equal("protected anew", Event<TrackingLinkRenewed>(ticket).Ticket.TrackingToken);
    }

    [Fact]
    public void Request_for_the_link_changes_nothing_and_is_told()
    {
        var ticket = Open();
        ticket.RequestTrackingLink(Now.AddDays(1));
        Assert.Equal((Now.AddDays(1), 1L), (Event<TrackingLinkRequested>(ticket).RequestedAt, ticket.Version));
    }

    [Fact]
    public void Contact_data_follow_no_other_account()
    {
        var ticket = Open();
        ticket.UpdateContact(Ben);
        Assert.Equal((Carl, null), (ticket.Customer, ticket.Typed));
    }

    [Fact]
    public void Contact_data_that_are_the_same_change_nothing()
    {
        var ticket = Open(verification: CustomerVerification.Unverified);
        ticket.UpdateContact(Carl);
        Assert.Null(ticket.Typed);
    }

    [Fact]
    public void Contact_data_follow_their_own_account_in_its_one_form()
    {
        var ticket = Open();
        var renamed = Carl with { Name = "Carla", Email = "CARLA@español.example", Language = "en" };
        ticket.UpdateContact(renamed);
        Assert.Equal((renamed, "carla@xn--espaol-zwa.example"), (ticket.Customer, ticket.CustomerCanonicalEmail));
    }

    [Fact]
    public void Data_of_a_signed_in_opener_were_not_typed()
    {
        var ticket = Open();
        ticket.UpdateContact(Carl with { Name = "Carla" });
        Assert.Null(ticket.Typed);
    }

    [Theory]
    [InlineData(CustomerVerification.Unverified)]
    [InlineData(CustomerVerification.TrackingLink)]
    [InlineData(null)]
    public void What_a_stranger_typed_is_kept_through_every_change(CustomerVerification? verification)
    {
        var ticket = Open(verification: verification);
        ticket.UpdateContact(Carl with { Name = "Carla", Email = "carla@example.org", Language = "en" });
        ticket.UpdateContact(Carl with { Name = "Carlota" });
        Assert.Equal(new TypedContact("Carl", "carl@example.org", "es"), ticket.Typed);
    }

    [Theory]
    [InlineData(CustomerVerification.Unverified, "Carl")]
    [InlineData(CustomerVerification.SignedIn, "Carla")]
    public void Holder_of_the_link_is_called_by_what_was_typed(CustomerVerification verification, string name)
    {
        var ticket = Open(verification: verification);
        ticket.UpdateContact(Carl with { Name = "Carla" });
        Assert.Equal(name, ticket.CustomerActor(CustomerVerification.TrackingLink).Name);
        Assert.Equal("Carla", ticket.CustomerActor(CustomerVerification.SignedIn).Name);
    }

    [Fact]
    public void Mailbox_is_the_same_in_other_letters()
    {
        var ticket = Open(Carl with { Email = "CARL@example.org" });
        Assert.True(ticket.HasMailbox("carl@example.org"));
        Assert.True(ticket.SharesMailboxWith(Open()));
        Assert.False(ticket.SharesMailboxWith(Open(Ben)));
    }

    [Fact]
    public void Account_is_shared_only_where_there_is_one()
    {
        var nobody = Carl with { Id = null };
        Assert.True(Open().SharesAccountWith(Open()));
        Assert.False(Open(nobody).SharesAccountWith(Open(nobody)));
    }
}
