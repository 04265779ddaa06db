using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class The_table_of_transitions
{
    [Theory]
    [InlineData(TicketStatus.New, "InProgress WaitingOnCustomer OnHold Resolved Closed")]
    [InlineData(TicketStatus.InProgress, "WaitingOnCustomer OnHold Resolved Closed")]
    [InlineData(TicketStatus.WaitingOnCustomer, "InProgress OnHold Resolved Closed")]
    [InlineData(TicketStatus.OnHold, "InProgress WaitingOnCustomer Resolved Closed")]
    [InlineData(TicketStatus.Resolved, "InProgress WaitingOnCustomer Closed")]
    [InlineData(TicketStatus.Closed, "InProgress")]
    public void Each_status_leads_to_these(TicketStatus from, string to) =>
        Assert.Equal(to, string.Join(' ', TicketStatusTransitions.AllowedFrom(from)));

    [Fact]
    public void No_status_leads_to_itself() =>
        Assert.DoesNotContain(Enum.GetValues<TicketStatus>(), x => TicketStatusTransitions.Allows(x, x));

    [Fact]
    public void Nothing_becomes_new_again() =>
        Assert.DoesNotContain(Enum.GetValues<TicketStatus>(), x => TicketStatusTransitions.Allows(x, TicketStatus.New));

    [Fact]
    public void Every_open_status_leads_to_closed() =>
        Assert.All(
            Enum.GetValues<TicketStatus>().Except([TicketStatus.Closed]),
            x => Assert.True(TicketStatusTransitions.Allows(x, TicketStatus.Closed)));

    [Theory]
    [InlineData(TicketStatus.New, StatusCategory.Open)]
    [InlineData(TicketStatus.InProgress, StatusCategory.Open)]
    [InlineData(TicketStatus.WaitingOnCustomer, StatusCategory.Waiting)]
    [InlineData(TicketStatus.OnHold, StatusCategory.Waiting)]
    [InlineData(TicketStatus.Resolved, StatusCategory.Done)]
    [InlineData(TicketStatus.Closed, StatusCategory.Done)]
    public void Each_status_says_whose_turn_it_is(TicketStatus status, StatusCategory category) =>
        Assert.Equal(category, status.Category());
}
