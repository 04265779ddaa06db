using Helpdesk.Contracts;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;

namespace Helpdesk.Notification.Tests;

public sealed class Who_hears_what
{
    static readonly EventRecipients Recipients = new(new ClosingOptions());

    [Fact]
    public void F32_an_opened_ticket_is_told_to_its_customer_and_to_no_agent()
    {
        var ticket = SampleEvents.Ticket(assignee: SampleEvents.Agent());
        var heard = Assert.Single(Recipients.Find(SampleEvents.Opened(ticket)));
        Assert.Equal((ticket.Customer, false), (heard.To, heard.IsOwnAction));
        Assert.IsType<TicketOpenedMail>(heard.Mail);
    }

    [Fact]
    public void NO2_the_new_agent_hears_that_it_is_theirs() =>
        Assert.False(Assert.Single(EventRecipients.Find(SampleEvents.Assigned(SampleEvents.Ticket(), SampleEvents.Agent()))).IsOwnAction);

    [Fact]
    public void NO2_who_takes_a_ticket_is_not_told_so() =>
        Assert.True(Assert.Single(
            EventRecipients.Find(SampleEvents.Assigned(SampleEvents.Ticket(), SampleEvents.Agent(), SampleEvents.Carlos))).IsOwnAction);

    [Fact]
    public void A_ticket_taken_from_everybody_is_told_to_nobody() =>
        Assert.Empty(EventRecipients.Find(SampleEvents.Assigned(SampleEvents.Ticket(), null)));

    [Fact]
    public void NO4_a_reply_names_the_assignee_to_be_told_and_nobody_when_there_is_none()
    {
        var agent = SampleEvents.Agent();
        Assert.Equal(agent, Assert.Single(EventRecipients.Find(SampleEvents.Replied(SampleEvents.Ticket(assignee: agent)))).To);
        Assert.Empty(EventRecipients.Find(SampleEvents.Replied(SampleEvents.Ticket())));
    }

    [Fact]
    public void F40_a_customer_learns_the_first_names_of_staff_and_staff_the_whole_ones()
    {
        var ticket = SampleEvents.Ticket(assignee: SampleEvents.Agent());
        Mail[] customers = [Assert.Single(Recipients.Find(SampleEvents.Answered(ticket))).Mail,
            Assert.Single(EventRecipients.Find(SampleEvents.StatusChanged(ticket, TicketStatus.OnHold))).Mail];
        Assert.All(customers, x =>
        {
            Assert.Contains("Carlos", x.ToJson(), StringComparison.Ordinal);
            Assert.DoesNotContain("Ruiz", x.ToJson(), StringComparison.Ordinal);
        });
        Assert.Equal("Carlos Ruiz", QuotedMessage.Of(SampleEvents.Answered(ticket)).Author);
        Assert.Contains("Carlos Ruiz", Assert.Single(EventRecipients.Find(SampleEvents.Assigned(
            ticket, SampleEvents.Agent() with { Id = Guid.NewGuid() }, SampleEvents.Carlos))).Mail.ToJson(), StringComparison.Ordinal);
        foreach (var reason in Enum.GetValues<ClosingReason>())
            Assert.All(EventRecipients.Find(SampleEvents.Closed(ticket, reason)),
                x => Assert.DoesNotContain("Ruiz", x.Mail.ToJson(), StringComparison.Ordinal));
    }

    [Fact]
    public void An_agent_who_is_the_customer_too_does_not_hear_of_their_own_words()
    {
        var both = SampleEvents.Agent();
        var ticket = SampleEvents.Ticket(both, both);
        Assert.True(Assert.Single(EventRecipients.Find(SampleEvents.Replied(ticket))).IsOwnAction);
        Assert.True(Assert.Single(Recipients.Find(SampleEvents.Answered(ticket))).IsOwnAction);
    }

    [Theory]
    [InlineData("Ruiz, Carlos", "Carlos")]
    [InlineData("Dr. Carlos Ruiz", "Carlos")]
    [InlineData("Dr. Ruiz", "")]
    [InlineData("C. Ruiz", "")]
    public void G15_a_customer_learns_no_more_than_the_first_name_and_none_when_that_is_not_sure(string name, string told)
    {
        var ticket = SampleEvents.Ticket(assignee: SampleEvents.Agent() with { Name = name });
        var answered = (AgentRepliedMail)Assert.Single(
            Recipients.Find(SampleEvents.Answered(ticket, author: SampleEvents.Carlos with { Name = name }))).Mail;
        var changed = (StatusChangedMail)Assert.Single(EventRecipients.Find(SampleEvents.StatusChanged(ticket, TicketStatus.OnHold))).Mail;
        Assert.Equal((told, told), (answered.Messages[0].Author, changed.Agent));
        Assert.All([answered.ToJson(), changed.ToJson()], x => Assert.DoesNotContain("Ruiz", x, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CustomerVerification.Unverified, true)]
    [InlineData(CustomerVerification.TrackingLink, false)]
    [InlineData(CustomerVerification.SignedIn, false)]
    public async Task G6_staff_hear_when_somebody_only_typed_the_address(CustomerVerification verification, bool said)
    {
        var ticket = SampleEvents.Ticket(assignee: SampleEvents.Agent());
        var replied = CustomerRepliedMail.Of(SampleEvents.Replied(ticket) with { Verification = verification });
        Mail[] mails = [replied, new CommentAddedMail { Ticket = replied.Ticket, Messages = replied.Messages }];
        foreach (var (mail, language) in mails.SelectMany(x => new[] { (x, "es"), (x, "en") }))
        {
            var rendered = await Rendering.RenderAsync(mail, language);
            var words = language == "es" ? "solo indicó la dirección de correo" : "only typed the customer's email address";
            Assert.All([rendered.Text, System.Net.WebUtility.HtmlDecode(rendered.Html)], x =>
                Assert.Equal(said, x.Contains(words, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void NO7_who_closes_their_own_ticket_by_the_link_is_not_told_so()
    {
        Assert.True(Assert.Single(EventRecipients.Find(
            SampleEvents.Closed(SampleEvents.Ticket(), ClosingReason.SolvedByCustomer, SampleEvents.ByCustomer))).IsOwnAction);
        Assert.False(Assert.Single(EventRecipients.Find(SampleEvents.Closed(SampleEvents.Ticket(), ClosingReason.Silence, Actor.System)))
            .IsOwnAction);
    }

    [Theory]
    [InlineData(TicketStatus.WaitingOnCustomer, true)]
    [InlineData(TicketStatus.Resolved, false)]
    public void NO3_the_rule_of_silence_is_told_only_while_its_clock_runs(TicketStatus status, bool told)
    {
        var mail = (AgentRepliedMail)Assert.Single(Recipients.Find(SampleEvents.Answered(SampleEvents.Ticket(status: status)))).Mail;
        Assert.Equal(told, mail.ClosesAfter is not null);
    }

    [Fact]
    public void A_merged_ticket_is_told_to_its_customer_once_and_its_closing_is_not_told_besides()
    {
        var ticket = SampleEvents.Ticket(token: "mine");
        var into = SampleEvents.Ticket(ticket.Customer with { Email = ticket.Customer.Email.ToUpperInvariant() }, token: "theirs");

        var mail = Assert.IsType<TicketMergedMail>(Assert.Single(EventRecipients.Find(SampleEvents.Merged(ticket, into))).Mail);
        Assert.Equal((into.Number, "theirs"), (mail.Into, mail.Ticket.TrackingToken));
        Assert.Empty(EventRecipients.Find(SampleEvents.Closed(ticket, ClosingReason.Merged)));
    }

    [Fact]
    public void A_ticket_merged_into_another_customers_tells_nobody_of_the_others()
    {
        var ticket = SampleEvents.Ticket(token: "mine");
        var signedIn = SampleEvents.Ticket(SampleEvents.Customer() with { Id = Guid.NewGuid() }, token: "mine");
        var another = SampleEvents.Ticket(signedIn.Customer with { Id = Guid.NewGuid() }, token: "theirs");
        foreach (var (from, into) in new[] { (ticket, SampleEvents.Ticket(token: "theirs")), (signedIn, another) })
        {
            var mail = Assert.IsType<TicketMergedMail>(Assert.Single(EventRecipients.Find(SampleEvents.Merged(from, into))).Mail);
            Assert.Equal((null, "mine"), (mail.Into, mail.Ticket.TrackingToken));
            Assert.DoesNotContain(into.Number, mail.ToJson(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_follow_up_that_staff_made_is_told_and_other_links_are_not()
    {
        Assert.IsType<TicketFollowsMail>(
            Assert.Single(EventRecipients.Find(SampleEvents.Linked(SampleEvents.Ticket(), TicketLinkKind.FollowUpOf))).Mail);
        Assert.Empty(EventRecipients.Find(SampleEvents.Linked(SampleEvents.Ticket(), TicketLinkKind.FollowUpOf, SampleEvents.ByCustomer)));
        Assert.Empty(EventRecipients.Find(SampleEvents.Linked(SampleEvents.Ticket(), TicketLinkKind.RelatesTo)));
    }
}
