using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_ticket_that_is_opened : ModelTest
{
    [Fact]
    public void Ticket_is_new_and_nobodys()
    {
        var ticket = Open();
        Assert.Equal((TicketStatus.New, (Guid?)null, 1L), (ticket.Status, ticket.AssigneeId, ticket.Version));
    }

    [Fact]
    public void Ticket_is_told_once_with_its_words_and_files()
    {
        var data = New(files: 2);
        var ticket = Ticket.Open(data, Dora, Now);
        var opened = Event<TicketOpened>(ticket);
        Assert.Equal((ticket.Id, "It smokes.", 2, Dora), (opened.Ticket.Id, opened.Description, opened.Attachments.Count, opened.OpenedBy));
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void First_message_is_the_customers_also_when_staff_typed_it()
    {
        var ticket = Ticket.Open(New(), Dora, Now);
        Assert.Equal(
            (ActorKind.Customer, Carl.Id, "Carl"),
            (ticket.Messages[0].AuthorKind, ticket.Messages[0].AuthorId, ticket.Messages[0].AuthorName));
        Assert.Equal((TimelineKind.Opened, ActorKind.Staff, "Dora"), (Last(ticket).Kind, Last(ticket).ActorKind, Last(ticket).ActorName));
    }

    [Fact]
    public void First_message_is_no_reply()
    {
        var ticket = Open();
        Assert.Equal((1, 0, (DateTimeOffset?)null), (ticket.MessageCount, ticket.ReplyCount, ticket.LastReplyAt));
    }

    [Fact]
    public void Member_of_the_staff_who_opened_it_is_remembered() => Assert.Equal(Dora.Id, Ticket.Open(New(), Dora, Now).OpenedById);

    [Fact]
    public void Customer_who_opened_it_is_no_member_of_the_staff() => Assert.Null(Open().OpenedById);

    [Fact]
    public void Files_of_the_first_message_are_counted() => Assert.Equal(2, Open(files: 2).KeptFiles);

    [Fact]
    public void Address_is_kept_as_typed_and_in_its_one_form()
    {
        var ticket = Open(Carl with { Email = "CARL@Español.example" });
        Assert.Equal(("CARL@Español.example", "carl@xn--espaol-zwa.example"), (ticket.CustomerEmail, ticket.CustomerCanonicalEmail));
    }

    [Fact]
    public void Follow_up_names_the_ticket_before_in_history_and_event()
    {
        var before = Open();
        var ticket = Ticket.Open(New() with { FollowUpOf = before.ToLinked(TicketLinkKind.FollowUpOf) }, Dora, Now);
        Assert.Equal(before.Number, Last(ticket).Details["followUpOf"]);
        Assert.Equal(before.Id, Event<TicketOpened>(ticket).FollowUpOf?.Id);
    }

    [Fact]
    public void Name_that_was_typed_signs_the_first_message()
    {
        var ticket = Ticket.Open(New() with { Typed = new("Charlie", "c@example.org", "en") }, Dora, Now);
        Assert.Equal(("Charlie", "Carl"), (ticket.Messages[0].AuthorName, ticket.CustomerName));
    }

    [Theory]
    [InlineData(CustomerVerification.SignedIn, true)]
    [InlineData(CustomerVerification.TrackingLink, false)]
    [InlineData(CustomerVerification.Unverified, false)]
    [InlineData(null, false)]
    public void Only_a_signed_in_customer_opened_it_beyond_doubt(CustomerVerification? verification, bool bySelf) =>
        Assert.Equal(bySelf, Open(verification: verification).OpenedBySelf);
}
