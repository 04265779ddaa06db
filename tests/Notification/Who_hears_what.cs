using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Tests;

public sealed class Who_hears_what
{
    static readonly Recipients Deciding = new(new ClosingPromise());

    [Fact]
    public void F32_an_opened_ticket_is_told_to_its_customer_and_to_no_agent()
    {
        var ticket = Some.Ticket(assignee: Some.Agent());
        var heard = Assert.Single(Deciding.Of(Some.Opened(ticket)));
        Assert.Equal((ticket.Customer, null), (heard.To, heard.Suppressed));
        Assert.IsType<TicketOpenedMail>(heard.Mail);
    }

    [Fact]
    public void NO2_the_new_agent_hears_that_it_is_his() =>
        Assert.Null(Assert.Single(Recipients.Of(Some.Assigned(Some.Ticket(), Some.Agent()))).Suppressed);

    [Fact]
    public void NO2_who_takes_a_ticket_himself_is_not_told_so() =>
        Assert.NotNull(Assert.Single(Recipients.Of(Some.Assigned(Some.Ticket(), Some.Agent(), Some.Carlos))).Suppressed);

    [Fact]
    public void A_ticket_taken_from_everybody_is_told_to_nobody() => Assert.Empty(Recipients.Of(Some.Assigned(Some.Ticket(), null)));

    [Fact]
    public void NO4_a_reply_is_told_to_the_assignee_and_to_nobody_when_there_is_none()
    {
        var agent = Some.Agent();
        Assert.Equal(agent, Assert.Single(Recipients.Of(Some.Replied(Some.Ticket(assignee: agent)))).To);
        Assert.Empty(Recipients.Of(Some.Replied(Some.Ticket())));
    }

    [Fact]
    public void An_agent_who_is_the_customer_too_does_not_hear_of_his_own_words()
    {
        var both = Some.Agent();
        var ticket = Some.Ticket(both, both);
        Assert.NotNull(Assert.Single(Recipients.Of(Some.Replied(ticket))).Suppressed);
        Assert.NotNull(Assert.Single(Deciding.Of(Some.Answered(ticket))).Suppressed);
    }

    [Fact]
    public void NO7_who_closes_his_own_ticket_by_the_link_is_not_told_so()
    {
        Assert.NotNull(Assert.Single(Recipients.Of(Some.Closed(Some.Ticket(), ClosingReason.SolvedByCustomer, Some.ByCustomer))).Suppressed);
        Assert.Null(Assert.Single(Recipients.Of(Some.Closed(Some.Ticket(), ClosingReason.Silence, Actor.System))).Suppressed);
    }

    [Theory]
    [InlineData(TicketStatus.WaitingOnCustomer, true)]
    [InlineData(TicketStatus.Resolved, false)]
    public void NO3_the_rule_of_silence_is_told_only_while_its_clock_runs(TicketStatus status, bool told)
    {
        var mail = (AgentRepliedMail)Assert.Single(Deciding.Of(Some.Answered(Some.Ticket(status: status)))).Mail;
        Assert.Equal(told, mail.ClosesAfter is not null);
    }
}
