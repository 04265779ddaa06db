using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tests.Model;

/// <summary>The saga, on a bus in memory.</summary>
public sealed class The_timers_of_a_ticket : ModelTest, IClassFixture<TimersInMemory>
{
    readonly TimersInMemory _timers;

    public The_timers_of_a_ticket(TimersInMemory timers)
    {
        _timers = timers;
        (timers.Clock.Now, timers.Tickets.Policy) = (Now, Policy);
    }

    [Fact]
    public async Task Reply_of_staff_sets_warning_and_closing()
    {
        var ticket = await AnsweredAsync();
        var saga = _timers.Of(ticket)!;
        Assert.Equal((Now.AddHours(48), Now.AddHours(72), (DateTimeOffset?)null), (saga.WarnsAt, saga.ClosesAt, saga.PurgesAt));
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Ticket_that_waits_for_nothing_has_no_timers()
    {
        var ticket = Open();
        Value(ticket.ReplyAsStaff(ByAna, "On it", [], TicketStatus.InProgress, Now));
        await _timers.HearAsync(ticket);
        Assert.Null(_timers.Of(ticket));
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Another_reply_moves_both()
    {
        var ticket = await AnsweredAsync();
        var before = _timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token;
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now.AddHours(10)));
        await _timers.HearAsync(ticket);
        Assert.Equal(Now.AddHours(58), _timers.Of(ticket)!.WarnsAt);
        Assert.NotEqual(before, _timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Event_that_changes_no_fact_leaves_the_timers_alone()
    {
        var ticket = await AnsweredAsync();
        var before = _timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token;
        await _timers.HearAsync(new TimersOutdated(ticket.Id));
        Assert.Equal(before, _timers.Scheduler.Pending<WarningDue>(ticket.Id)?.Token);
    }

    [Fact]
    public async Task Reply_of_the_customer_withdraws_both_and_ends_the_saga()
    {
        var ticket = await AnsweredAsync();
        Value(ticket.ReplyAsCustomer("Here", [], CustomerVerification.SignedIn, Now.AddHours(1)));
        await _timers.HearAsync(ticket);
        Assert.Empty(Kinds(ticket));
        Assert.Null(_timers.Of(ticket));
    }

    [Fact]
    public async Task Status_moved_by_hand_withdraws_both()
    {
        var ticket = await AnsweredAsync();
        Done(ticket.ChangeStatus(TicketStatus.OnHold, Dora, Now.AddHours(1), Window));
        await _timers.HearAsync(ticket);
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Status_moved_by_hand_to_waiting_sets_both()
    {
        var ticket = Open();
        Done(ticket.ChangeStatus(TicketStatus.WaitingOnCustomer, Dora, Now, Window));
        await _timers.HearAsync(ticket);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Warning_that_is_due_warns_and_leaves_the_closing()
    {
        var ticket = await AnsweredAsync();
        _timers.Clock.Now = Now.AddHours(48);
        await _timers.FireAsync<WarningDue>(ticket);
        Assert.Equal(Now.AddHours(48), ticket.ClosingWarnedAt);
        Assert.Equal("ClosingDue", Kinds(ticket));
        Assert.Null(_timers.Of(ticket)!.WarnsAt);
    }

    [Fact]
    public async Task Warning_that_comes_too_soon_warns_nobody_and_is_set_again()
    {
        var ticket = await AnsweredAsync();
        _timers.Clock.Now = Now.AddHours(47);
        await _timers.FireAsync<WarningDue>(ticket);
        Assert.Null(ticket.ClosingWarnedAt);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Closing_that_is_due_closes_a_ticket_that_was_warned()
    {
        var ticket = await AnsweredAsync();
        _timers.Clock.Now = Now.AddHours(48);
        await _timers.FireAsync<WarningDue>(ticket);
        _timers.Clock.Now = Now.AddHours(72);
        await _timers.FireAsync<ClosingDue>(ticket);
        Assert.Equal((TicketStatus.Closed, ClosingReason.Silence), (ticket.Status, ticket.ClosingReason));
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Closing_that_comes_before_the_warning_warns_first_and_moves_the_end()
    {
        var ticket = await AnsweredAsync();
        _timers.Clock.Now = Now.AddDays(10);
        await _timers.FireAsync<ClosingDue>(ticket);
        Assert.Equal((false, Now.AddDays(10)), (ticket.IsClosed, ticket.ClosingWarnedAt));
        Assert.Equal(("ClosingDue", Now.AddDays(11)), (Kinds(ticket), _timers.Of(ticket)!.ClosesAt));
    }

    [Fact]
    public async Task Timer_that_was_withdrawn_and_arrives_all_the_same_does_nothing()
    {
        var ticket = await AnsweredAsync();
        var (token, stale) = _timers.Scheduler.Pending<WarningDue>(ticket.Id)!.Value;
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now.AddHours(10)));
        await _timers.HearAsync(ticket);
        _timers.Clock.Now = Now.AddHours(48);
        await _timers.HearAsync(stale, token);
        Assert.Null(ticket.ClosingWarnedAt);
        Assert.Equal("ClosingDue WarningDue", Kinds(ticket));
    }

    [Fact]
    public async Task Closed_ticket_with_files_has_a_purge_alone()
    {
        var ticket = await AnsweredAsync(files: 1);
        ticket.Close(Dora, ClosingReason.ByStaff, Now.AddHours(1), Window);
        await _timers.HearAsync(ticket);
        Assert.Equal(("PurgeDue", Now.AddHours(1).AddDays(5)), (Kinds(ticket), _timers.Of(ticket)!.PurgesAt));
    }

    [Fact]
    public async Task Closed_ticket_without_files_has_no_timers()
    {
        var ticket = Open();
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        await _timers.HearAsync(ticket);
        Assert.Null(_timers.Of(ticket));
    }

    [Fact]
    public async Task Purge_that_is_due_starts_and_ends_the_saga()
    {
        var ticket = await ClosedAsync();
        _timers.Clock.Now = Now.AddDays(5);
        await _timers.FireAsync<PurgeDue>(ticket);
        Assert.Equal(Now.AddDays(5), ticket.PurgeStartedAt);
        Assert.Null(_timers.Of(ticket));
    }

    [Fact]
    public async Task Purge_names_the_tickets_that_were_merged()
    {
        var (ticket, merged) = (Open(files: 1), Open());
        Done(merged.MergeInto(ticket, [], false, Dora, Now));
        _timers.Tickets.Add(Without(merged));
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        await _timers.HearAsync(ticket);
        _timers.Clock.Now = Now.AddDays(5);
        await _timers.FireAsync<PurgeDue>(ticket);
        Assert.Equal(Now.AddDays(5), ticket.PurgeStartedAt);
    }

    [Fact]
    public async Task Reopened_ticket_purges_nothing()
    {
        var ticket = await ClosedAsync();
        Done(ticket.Reopen(Dora, Now.AddDays(1)));
        await _timers.HearAsync(ticket);
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Merged_ticket_loses_the_purge_of_files_that_went_along()
    {
        var ticket = await ClosedAsync();
        Done(ticket.MergeInto(Open(), [], false, Dora, Now.AddDays(1)));
        await _timers.HearAsync(ticket);
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Ticket_that_took_over_a_reply_has_its_timers_withdrawn()
    {
        var ticket = await AnsweredAsync();
        Done(Open().MergeInto(ticket, [], unanswered: true, Dora, Now.AddHours(1)));
        await _timers.HearAsync(new TimersOutdated(ticket.Id));
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Changed_policy_moves_the_timers()
    {
        var ticket = await AnsweredAsync();
        _timers.Tickets.Policy = Policy with { CloseAfter = TimeSpan.FromHours(10), WarnAfter = TimeSpan.FromHours(5) };
        await _timers.HearAsync(new TimersOutdated(ticket.Id));
        Assert.Equal((Now.AddHours(5), Now.AddHours(10)), (_timers.Of(ticket)!.WarnsAt, _timers.Of(ticket)!.ClosesAt));
    }

    [Fact]
    public async Task Ticket_without_timers_ignores_a_changed_policy()
    {
        var ticket = Open();
        _timers.Tickets.Add(ticket);
        await _timers.HearAsync(new TimersOutdated(ticket.Id));
        Assert.Null(_timers.Of(ticket));
    }

    [Fact]
    public async Task Ticket_that_is_gone_has_no_timers()
    {
        var ticket = Waiting();
        Value(ticket.ReplyAsStaff(ByAna, "And?", [], TicketStatus.WaitingOnCustomer, Now));
        foreach (var happened in ticket.TakeEvents())
            await _timers.HearAsync(happened);
        Assert.Null(_timers.Of(ticket));
    }

    [Fact]
    public void Timer_that_is_overdue_is_due_at_once()
    {
        var times = new DueTimes(Now, Now.AddHours(-1), null, null);
        Assert.Equal(
            (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(1)),
            (times.Until(times.WarnsAt), times.Until(null), times.Until(Now.AddHours(1))));
    }

    string Kinds(Ticket ticket) => _timers.Scheduler.Kinds(ticket.Id);

    async Task<Ticket> AnsweredAsync(int files = 0)
    {
        var ticket = Open(files: files);
        Value(ticket.ReplyAsStaff(ByAna, "Is it still burning?", [], TicketStatus.WaitingOnCustomer, Now));
        await _timers.HearAsync(ticket);
        return ticket;
    }

    async Task<Ticket> ClosedAsync()
    {
        var ticket = Open(files: 1);
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        await _timers.HearAsync(ticket);
        return ticket;
    }
}
