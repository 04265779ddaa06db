using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tests.Model;

/// <summary>The saga, on a bus in memory.</summary>
public sealed class The_timers_of_a_ticket(TimersInMemory timers) : TimersTest(timers)
{
    [Fact]
    public async Task Reply_of_staff_sets_warning_and_closing()
    {
        var ticket = await AnsweredAsync();
        var saga = Timers.Of(ticket)!;
        Assert.Equal((Now.AddHours(48), Now.AddHours(72), (DateTimeOffset?)null), (saga.WarnsAt, saga.ClosesAt, saga.PurgesAt));
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Ticket_that_waits_for_nothing_has_no_timers()
    {
        var ticket = Open();
        Value(ticket.ReplyAsStaff(ByAna, "On it", [], TicketStatus.InProgress, Now));
        await Timers.PublishAsync(ticket);
        Assert.Null(Timers.Of(ticket));
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Another_reply_moves_both()
    {
        var ticket = await AnsweredAsync();
        var before = Timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token;
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now.AddHours(10)));
        await Timers.PublishAsync(ticket);
        Assert.Equal(Now.AddHours(58), Timers.Of(ticket)!.WarnsAt);
        Assert.NotEqual(before, Timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Event_that_changes_no_fact_leaves_the_timers_alone()
    {
        var ticket = await AnsweredAsync();
        var before = Timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token;
        await Timers.PublishAsync(new TimersOutdated(ticket.Id));
        Assert.Equal(before, Timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token);
    }

    [Fact]
    public async Task Reply_of_the_customer_withdraws_both_and_ends_the_saga()
    {
        var ticket = await AnsweredAsync();
        Value(ticket.ReplyAsCustomer("Here", [], CustomerVerification.SignedIn, Now.AddHours(1)));
        await Timers.PublishAsync(ticket);
        Assert.Empty(Kinds(ticket));
        Assert.Null(Timers.Of(ticket));
    }

    [Fact]
    public async Task Status_moved_by_hand_withdraws_both()
    {
        var ticket = await AnsweredAsync();
        Done(ticket.ChangeStatus(TicketStatus.OnHold, Dora, Now.AddHours(1), Window));
        await Timers.PublishAsync(ticket);
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Status_moved_by_hand_to_waiting_sets_both()
    {
        var ticket = Open();
        Done(ticket.ChangeStatus(TicketStatus.WaitingOnCustomer, Dora, Now, Window));
        await Timers.PublishAsync(ticket);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Warning_that_is_due_warns_and_leaves_the_closing()
    {
        var ticket = await AnsweredAsync();
        Timers.Clock.Now = Now.AddHours(48);
        await Timers.FireAsync<WarningDue>(ticket);
        Assert.Equal(Now.AddHours(48), ticket.ClosingWarnedAt);
        Assert.Equal("ClosingDue", Kinds(ticket));
        Assert.Null(Timers.Of(ticket)!.WarnsAt);
    }

    [Fact]
    public async Task Warning_that_comes_too_soon_warns_nobody_and_is_set_again()
    {
        var ticket = await AnsweredAsync();
        Timers.Clock.Now = Now.AddHours(47);
        await Timers.FireAsync<WarningDue>(ticket);
        Assert.Null(ticket.ClosingWarnedAt);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Closing_that_is_due_closes_a_ticket_that_was_warned()
    {
        var ticket = await AnsweredAsync();
        Timers.Clock.Now = Now.AddHours(48);
        await Timers.FireAsync<WarningDue>(ticket);
        Timers.Clock.Now = Now.AddHours(72);
        await Timers.FireAsync<ClosingDue>(ticket);
        Assert.Equal((TicketStatus.Closed, ClosingReason.Silence), (ticket.Status, ticket.ClosingReason));
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Closing_that_comes_before_the_warning_warns_first_and_moves_the_end()
    {
        var ticket = await AnsweredAsync();
        Timers.Clock.Now = Now.AddDays(10);
        await Timers.FireAsync<ClosingDue>(ticket);
        Assert.Equal((false, Now.AddDays(10)), (ticket.IsClosed, ticket.ClosingWarnedAt));
        Assert.Equal(("ClosingDue", Now.AddDays(11)), (Kinds(ticket), Timers.Of(ticket)!.ClosesAt));
    }

    [Fact]
    public async Task Timer_that_was_withdrawn_and_arrives_all_the_same_does_nothing()
    {
        var ticket = await AnsweredAsync();
        var (token, stale) = Timers.Scheduler.Pending<WarningDue>(ticket.Id)!.Value;
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now.AddHours(10)));
        await Timers.PublishAsync(ticket);
        Timers.Clock.Now = Now.AddHours(48);
        await Timers.PublishAsync(stale, token);
        Assert.Null(ticket.ClosingWarnedAt);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Ticket_that_took_over_a_reply_has_its_timers_withdrawn()
    {
        var ticket = await AnsweredAsync();
        Done(Open().MergeInto(ticket, [], unanswered: true, Dora, Now.AddHours(1)));
        await Timers.PublishAsync(new TimersOutdated(ticket.Id));
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Changed_policy_moves_the_timers()
    {
        var ticket = await AnsweredAsync();
        Timers.Tickets.Policy = Policy with { CloseAfter = TimeSpan.FromHours(10), WarnAfter = TimeSpan.FromHours(5) };
        await Timers.PublishAsync(new TimersOutdated(ticket.Id));
        Assert.Equal((Now.AddHours(5), Now.AddHours(10)), (Timers.Of(ticket)!.WarnsAt, Timers.Of(ticket)!.ClosesAt));
    }

    [Fact]
    public async Task Ticket_without_timers_ignores_a_changed_policy()
    {
        var ticket = Open();
        Timers.Tickets.Add(ticket);
        await Timers.PublishAsync(new TimersOutdated(ticket.Id));
        Assert.Null(Timers.Of(ticket));
    }

    [Fact]
    public async Task Ticket_that_is_gone_has_no_timers()
    {
        var ticket = Waiting();
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now));
        foreach (var happened in ticket.TakeEvents())
            await Timers.PublishAsync(happened);
        Assert.Null(Timers.Of(ticket));
    }

    [Fact]
    public void Timer_that_is_overdue_is_due_at_once()
    {
        var times = new DueTimes(Now, Now.AddHours(-1), null, null);
        Assert.Equal(
            (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(1)),
            (times.Until(times.WarnsAt), times.Until(null), times.Until(Now.AddHours(1))));
    }
}
