using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Queue;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Asking_the_dispatchers
{
    static readonly DateTimeOffset Now = SampleEvents.Now;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    static readonly AreaRules Automatic = new("Redes", AssignmentMode.Automatic, Patience);
    static readonly AreaRules WithFallback = Automatic with { Mode = AssignmentMode.AutomaticWithFallback };

    static Ticket Waiting(string because)
    {
        var ticket = Ticket.From(SampleEvents.Ticket(Guid.NewGuid()));
        ticket.Wait(because, Now);
        return ticket;
    }

    [Theory]
    [InlineData(WaitingReasons.NoAgents)]
    [InlineData(WaitingReasons.GaveItBack)]
    [InlineData(WaitingReasons.Customer)]
    [InlineData(WaitingReasons.UnknownArea)]
    [InlineData(WaitingReasons.Manual)]
    public void Ticket_that_no_rule_will_place_is_put_before_them_at_once(string because)
    {
        var ticket = Waiting(because);
        var asked = ticket.AskDispatchersIfDue(Automatic, Now)!;
        Assert.Equal(
            (ticket.Id, ticket.Number, because, Now, "Redes"), (asked.TicketId, asked.Number, asked.Because, asked.Since, asked.AreaName));
        Assert.Equal(Now, ticket.DispatchersAskedAt);
    }

    [Theory]
    [InlineData(WaitingReasons.NobodyAvailable)]
    [InlineData(WaitingReasons.InLine)]
    [InlineData(AssignmentCauses.Returned)]
    public void Ticket_that_an_agent_may_still_take_is_not(string because)
    {
        var ticket = Waiting(because);
        Assert.Null(ticket.AskDispatchersIfDue(Automatic, Now.AddYears(1)));
        Assert.Null(ticket.ScheduleFallback(Automatic));
        Assert.Null(ticket.AskDispatchersIfDue(WithFallback, Now));
    }

    [Fact]
    public void Ticket_is_put_before_them_once_for_each_wait()
    {
        var ticket = Waiting(WaitingReasons.Manual);
        Assert.NotNull(ticket.AskDispatchersIfDue(Automatic, Now));
        ticket.Wait(WaitingReasons.NoAgents, Now.AddHours(1));
        Assert.Null(ticket.AskDispatchersIfDue(WithFallback, Now.AddDays(1)));
        Assert.Null(ticket.ScheduleFallback(WithFallback));
        ticket.AssignTo(Guid.NewGuid());
        ticket.Wait(WaitingReasons.NoAgents, Now.AddHours(2));
        Assert.Equal(Now.AddHours(2), ticket.AskDispatchersIfDue(Automatic, Now.AddHours(2))!.Since);
    }

    [Fact]
    public void With_a_fallback_a_timer_runs_until_the_patience_of_the_area_ends()
    {
        var ticket = Waiting(WaitingReasons.NobodyAvailable);
        Assert.Equal(new FallbackDue(ticket.Id, 1, Now + Patience), ticket.ScheduleFallback(WithFallback));
        Assert.Equal(Now + Patience, ticket.FallbackDueAt);
        Assert.Null(ticket.ScheduleFallback(WithFallback));
    }

    [Fact]
    public void With_a_fallback_they_are_asked_when_the_patience_ends_and_no_sooner()
    {
        var ticket = Waiting(WaitingReasons.NobodyAvailable);
        Assert.Null(ticket.AskDispatchersIfDue(WithFallback, Now + Patience - TimeSpan.FromTicks(1)));
        Assert.Equal("nobody-available", ticket.AskDispatchersIfDue(WithFallback, Now + Patience)!.Because);
        Assert.Null(ticket.FallbackDueAt);
    }

    [Fact]
    public void Another_patience_sets_another_timer_and_the_first_one_is_void()
    {
        var ticket = Waiting(WaitingReasons.NobodyAvailable);
        var first = ticket.ScheduleFallback(WithFallback)!;
        var second = ticket.ScheduleFallback(WithFallback with { FallbackAfter = TimeSpan.FromHours(1) })!;
        Assert.Equal(Now.AddHours(1), second.At);
        Assert.False(ticket.AcceptFallback(first));
        Assert.True(ticket.AcceptFallback(second));
        Assert.Null(ticket.FallbackDueAt);
    }

    [Fact]
    public void Timer_that_the_database_rounded_is_still_the_same()
    {
        var ticket = Waiting(WaitingReasons.NobodyAvailable);
        var timer = ticket.ScheduleFallback(WithFallback)!;
        Assert.True(ticket.AcceptFallback(timer with { At = timer.At.AddTicks(-7) }));
    }

    [Fact]
    public void Timer_of_an_earlier_wait_is_void()
    {
        var ticket = Waiting(WaitingReasons.NobodyAvailable);
        var timer = ticket.ScheduleFallback(WithFallback)!;
        ticket.AssignTo(Guid.NewGuid());
        Assert.False(ticket.AcceptFallback(timer));
        ticket.Wait(AssignmentCauses.HandedBack, Now);
        Assert.False(ticket.AcceptFallback(timer));
        Assert.Equal(2, ticket.ScheduleFallback(WithFallback)!.Wait);
    }

    [Fact]
    public void Timer_is_void_while_a_dispatcher_holds_the_ticket()
    {
        var snapshot = SampleEvents.Ticket(Guid.NewGuid());
        var ticket = Ticket.From(snapshot);
        ticket.Apply(snapshot with { Version = 2 }, SampleEvents.Left(snapshot, 2, AreaInMemory.Person(0), AssigneeCause.Unassigned), Now);
        Assert.True(ticket.Held);
        Assert.False(ticket.AcceptFallback(new(ticket.Id, ticket.WaitCount, Now)));
    }

    [Fact]
    public void Queue_is_drained_batch_by_batch_while_somebody_can_take_a_ticket()
    {
        Ticket[] seen = [Waiting(WaitingReasons.NoAgents), Waiting(WaitingReasons.NoAgents)];
        var drain = new DrainArea(Guid.NewGuid()) { TicketId = Guid.NewGuid() };
        var next = drain.NextBatch(seen, 2, anyoneCanTake: true)!;
        Assert.Equal(drain with { After = new(seen[1].Priority, seen[1].OpenedAt, seen[1].Id) }, next);
        Assert.Null(drain.NextBatch(seen, 2, anyoneCanTake: false));
        Assert.Null(drain.NextBatch(seen, 3, anyoneCanTake: true));
    }

    [Fact]
    public void Queue_is_looked_at_to_its_end_after_the_rules_have_changed()
    {
        Ticket[] seen = [Waiting(WaitingReasons.NoAgents), Waiting(WaitingReasons.NoAgents)];
        var drain = new DrainArea(Guid.NewGuid()) { Everything = true };
        Assert.True(drain.NextBatch(seen, 2, anyoneCanTake: false)!.Everything);
        Assert.Null(drain.NextBatch(seen, 3, anyoneCanTake: false));
    }
}
