using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class What_a_link_opens : ModelTest
{
    [Fact]
    public void Link_of_a_merged_ticket_leads_to_the_other_one_and_to_no_third()
    {
        var (one, two) = (Open(), Open());
        Done(one.MergeInto(two, [], false, Dora, Now));
        Assert.Equal((true, false, false), (one.LinkLeadsTo(two), one.LinkLeadsTo(Open()), two.LinkLeadsTo(one)));
    }

    [Theory]
    [InlineData(CustomerVerification.Unverified)]
    [InlineData(CustomerVerification.TrackingLink)]
    [InlineData(null)]
    public void Link_of_a_typed_address_leads_nowhere(CustomerVerification? verification)
    {
        var (one, two) = (Open(verification: verification), Open());
        Done(one.MergeInto(two, [], false, Dora, Now));
        Assert.False(one.LinkLeadsTo(two));
    }

    [Fact]
    public void Link_leads_no_further_once_the_other_one_is_renewed_until_it_is_renewed_itself()
    {
        var (one, two) = (Open(), Open());
        Done(one.MergeInto(two, [], false, Dora, Now));
        two.RenewTrackingLink([2], "x", Dora, Now.AddDays(1));
        Assert.False(one.LinkLeadsTo(two));
        one.RenewTrackingLink([3], "x", Dora, Now.AddDays(2));
        Assert.True(one.LinkLeadsTo(two));
    }

    [Fact]
    public void Holder_sees_the_links_ticket_and_the_one_it_leads_to_and_no_other_of_the_customer()
    {
        Ticket[] all = [Open(), Open(), Open()];
        var link = Link(all[0], all[1]);
        Assert.Equal([all[0], all[1]], all.AsQueryable().VisibleTo(new(null, false, false, [], link.Tickets)));
        Assert.Equal([all[2]], all.AsQueryable().VisibleTo(new(null, false, false, [], Link(all[2]).Tickets)));
        Assert.Equal((all[1].Number, all[2].Number), (link.Shown.Number, Link(all[2]).Shown.Number));
        Assert.Equal([true, true, false], all.Select(x => link.Opens(x.Number)));
    }

    [Fact]
    public void Holder_is_the_customer_and_never_staff()
    {
        var ticket = Open(Carl with { Id = null }, CustomerVerification.Unverified);
        var holder = new ClaimsPrincipal(Link(ticket));
        Assert.Equal((false, true), (TicketReader.Of(holder, ticket).AsStaff, TicketReader.Of(holder, ticket).ByLink));
        Assert.Equal((CustomerVerification.TrackingLink, null), (holder.Verification(), holder.AccountId()));
        Assert.Equal(CustomerVerification.SignedIn, Account(Carl, AccountRoles.Customer).Verification());
    }

    [Theory]
    [InlineData(CustomerVerification.SignedIn, true)]
    [InlineData(CustomerVerification.Unverified, false)]
    [InlineData(CustomerVerification.TrackingLink, false)]
    [InlineData(null, false)]
    public void Holder_sees_what_was_merged_in_where_only_the_signed_in_opener_was_told_the_link(CustomerVerification? opened, bool seen)
    {
        var ticket = Open(verification: opened);
        Assert.Equal(seen, TicketReader.Of(new(Link(ticket)), ticket).SeesMerged);
        Assert.True(TicketReader.Of(Account(Carl, AccountRoles.Customer), ticket).SeesMerged);
    }

    [Fact]
    public void Holder_who_was_led_on_has_shown_who_they_are()
    {
        var (one, two) = (Open(), Open(verification: CustomerVerification.Unverified));
        Assert.True(TicketReader.Of(new(Link(one, two)), two).SeesMerged);
    }

    [Fact]
    public void Holder_is_shown_what_was_typed_and_the_owner_what_the_account_says()
    {
        var ticket = Open(verification: CustomerVerification.Unverified);
        ticket.UpdateContact(Carl with { Name = "Carla", Email = "carla@example.org", Language = "en" });
        var (seen, own) = (TicketReader.Of(new(Link(ticket)), ticket).CustomerOf(ticket), Reader(Carl, ticket).CustomerOf(ticket));
        Assert.Equal((null, "Carl", "carl@example.org", "es"), (seen.Id, seen.Name, seen.Email, seen.Language));
        Assert.Equal(("Carla", "carla@example.org", "en"), (own.Name, own.Email, own.Language));
    }

    [Fact]
    public void Claims_of_a_token_never_pass_for_a_link()
    {
        var forged = new ClaimsIdentity([new("ticket", $"{Guid.NewGuid()}"), new("own", "HD-000001")], TrackingScheme.Name);
        Assert.Null(new ClaimsPrincipal(forged).TrackingIdentity());
    }

    [Theory]
    [InlineData(true, "Tracking secret")]
    [InlineData(true, "tracking secret")]
    [InlineData(true, "TRACKING secret")]
    [InlineData(true, "Tracking")]
    [InlineData(true, "Tracking secret", "Bearer token")]
    [InlineData(false, "Bearer token", "Tracking secret")]
    [InlineData(false, "Bearer token")]
    [InlineData(false, "Bearer Tracking secret")]
    [InlineData(false, "Trackings secret")]
    [InlineData(false, "secret")]
    [InlineData(false)]
    public void Link_is_shown_by_the_first_word_of_the_first_credential(bool shown, params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = new StringValues(headers);
        Assert.Equal(shown, TrackingScheme.IsShown(request));
    }

    [Theory]
    [InlineData("may be incomplete, or have been replaced", "Tracking secret")]
    [InlineData("one credential", "Tracking secret", "Bearer token")]
    [InlineData("one credential", "Tracking secret, Bearer token")]
    public void Link_that_opens_nothing_is_told_apart_from_two_credentials(string words, params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = new StringValues(headers);
        Assert.Contains(words, TrackingScheme.Explain(request), StringComparison.Ordinal);
    }

    static TrackingIdentity Link(Ticket own, Ticket? leadsOnTo = null) =>
        new(new(own.Id, own.Number), leadsOnTo is null ? null : new(leadsOnTo.Id, leadsOnTo.Number));

    static TicketReader Reader(Person account, Ticket ticket) => TicketReader.Of(Account(account, AccountRoles.Customer), ticket);

    static ClaimsPrincipal Account(Person account, string role) => new(new ClaimsIdentity(
        [new(Claims.Subject, $"{account.Id}"), new(Claims.Name, account.Name), new(Claims.Role, role)], "token", Claims.Name, Claims.Role));
}
