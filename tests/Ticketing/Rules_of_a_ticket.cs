using Helpdesk.Contracts;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Tests;

/// <summary>What a ticket decides by itself, without a database.</summary>
public sealed class Rules_of_a_ticket
{
    static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    static readonly Actor Dora = new(ActorKind.Staff, Guid.NewGuid(), "Dora");
    readonly Person _ana = Person("Ana"), _carl = Person("Carl");
    readonly Guid _area = Guid.NewGuid();

    [Fact]
    public void G4_nobody_gives_it_to_its_customer()
    {
        var ticket = Open(_ana, CustomerVerification.SignedIn);
        Assert.Equal("assignee-is-customer", ticket.Assign(_ana, Dora, AssigneeCause.Given, null, Now)?.Type);
        ticket.AcceptChoice(Choice(ticket, _ana), available: true, Now);
        Assert.Null(ticket.AssigneeId);
        Assert.Null(ticket.Assign(_carl, Dora, AssigneeCause.Given, null, Now));
        Assert.Equal("assignee-is-customer", ticket.Assign(_ana, Dora, AssigneeCause.Given, null, Now)?.Type);
        Assert.Equal(_carl.Id, ticket.AssigneeId);
    }

    [Fact]
    public void G8_a_suspended_agents_ticket_goes_back_whatever_was_done_on_it_and_anothers_stays()
    {
        var ticket = Open(_carl, CustomerVerification.SignedIn);
        ticket.AcceptChoice(Choice(ticket, _ana), available: true, Now);
        ticket.ChangePriority(TicketPriority.Urgent, new(ActorKind.Staff, _ana.Id, "Ana"), Now);
        ticket.HandBackSuspended(_carl.Id!.Value, Now);
        Assert.Equal((_ana.Id, true), (ticket.AssigneeId, ticket.Touched));
        ticket.HandBackSuspended(_ana.Id!.Value, Now);
        Assert.Equal(((Guid?)null, false, false), (ticket.AssigneeId, ticket.Touched, ticket.AwaitsDispatcher));

        ticket.AcceptChoice(Choice(ticket, _ana), available: true, Now);
        ticket.Close(Dora, ClosingReason.ByStaff, Now, TimeSpan.Zero);
        ticket.HandBackSuspended(_ana.Id!.Value, Now);
        Assert.Equal(_ana.Id, ticket.AssigneeId);
    }

    [Theory]
    [InlineData(TicketStatus.New, TicketStatus.New)]
    [InlineData(TicketStatus.InProgress, TicketStatus.InProgress)]
    [InlineData(TicketStatus.WaitingOnCustomer, TicketStatus.InProgress)]
    [InlineData(TicketStatus.OnHold, TicketStatus.InProgress)]
    [InlineData(TicketStatus.Resolved, TicketStatus.InProgress)]
    public void G9_words_without_an_answer_stop_the_clock_of_the_one_that_goes_on(TicketStatus before, TicketStatus after)
    {
        foreach (var unanswered in new[] { true, false })
        {
            var (brought, into) = (Open(_carl, CustomerVerification.SignedIn), Open(_carl, CustomerVerification.SignedIn));
            into.ChangeStatus(before, Dora, Now, TimeSpan.Zero);
            brought.MergeInto(into, openedBySelf: true, unanswered, Dora, Now);
            Assert.Equal(unanswered ? after : before, into.Status);
            Assert.Equal(!unanswered && before == TicketStatus.WaitingOnCustomer, into.WaitingSince is not null);
        }
    }

    [Theory]
    [InlineData(CustomerVerification.SignedIn, null)]
    [InlineData(CustomerVerification.Unverified, "Carl")]
    [InlineData(CustomerVerification.TrackingLink, "Carl")]
    [InlineData(null, "Carl")]
    public void G9_contact_data_follow_their_own_account_and_what_a_stranger_typed_is_kept(
        CustomerVerification? verification, string? typed)
    {
        var ticket = Open(_carl, verification);
        ticket.FollowContact(_ana);
        Assert.Equal((_carl, null), (ticket.Customer, ticket.TypedName));
        var renamed = _carl with { Name = "Carla", Email = "CARLA@español.example", Language = "en" };
        ticket.FollowContact(renamed);
        ticket.FollowContact(renamed with { Name = "Carlota" });
        Assert.Equal((renamed with { Name = "Carlota" }, typed), (ticket.Customer, ticket.TypedName));
        Assert.Equal("carla@xn--espaol-zwa.example", ticket.CustomerEmailCanonical);
        Assert.Equal(typed ?? "Carlota", ticket.AsActor(CustomerVerification.TrackingLink).Name);
        Assert.Equal("Carlota", ticket.AsActor(CustomerVerification.SignedIn).Name);
    }

    [Fact]
    public void G5_a_renewed_link_trusts_none_that_is_older()
    {
        var ticket = Open(_carl, CustomerVerification.SignedIn);
        Assert.True(ticket.TrustsLinkOf(null));
        ticket.RenewTrackingLink([2], "sealed anew", Dora, Now);
        Assert.Equal((false, false, true), (ticket.TrustsLinkOf(null), ticket.TrustsLinkOf(Now.AddTicks(-1)), ticket.TrustsLinkOf(Now)));
        Assert.Equal(("sealed anew", TimelineKind.TrackingLinkRenewed), (ticket.TrackingToken, ticket.Timeline[^1].Kind));
    }

    Ticket Open(Person customer, CustomerVerification? verification) => Ticket.Open(
        new("HD-000001", "Subject", "Words", TicketPriority.Medium, Guid.NewGuid(), "Printers", _area, customer, [], [1], "sealed")
        {
            Verification = verification,
        }, new(ActorKind.Customer, customer.Id, customer.Name), Now);

    TicketAssigned Choice(Ticket ticket, Person agent) => new()
    {
        TicketId = ticket.Id, Number = ticket.Number, AreaId = _area, Agent = agent, AssignedAt = Now,
        Receipt = new() { Id = Guid.NewGuid(), Sequence = 1, Policy = "round-robin/1", Candidates = [], Reason = "It was their turn." },
    };

    static Person Person(string name) => new() { Id = Guid.NewGuid(), Name = name, Email = $"{name}@example.org", Language = "es" };
}
