using Helpdesk.Assignment.Dispatch;
using Helpdesk.Assignment.Rounds;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Asking_the_dispatchers
{
    static readonly DateTimeOffset Now = Some.Now;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    static readonly AreaRules Automatic = new("Redes", AssignmentMode.Automatic, Patience);
    static readonly AreaRules WithFallback = Automatic with { Mode = AssignmentMode.AutomaticWithFallback };

    static Ticket Waiting(string because)
    {
        var ticket = Ticket.Of(Some.Ticket(Guid.NewGuid()));
        ticket.Wait(because, Now);
        return ticket;
    }

    [Theory]
    [InlineData(Reasons.NoAgents)]
    [InlineData(Reasons.GaveItBack)]
    [InlineData(Reasons.Customer)]
    [InlineData(Reasons.UnknownArea)]
    [InlineData(Reasons.Manual)]
    public void Ticket_that_no_rule_will_place_is_put_before_them_at_once(string because)
    {
        var ticket = Waiting(because);
        var asked = ticket.AskIfDue(Automatic, Now)!;
        Assert.Equal((ticket.Id, ticket.Number, because, Now, "Redes"), (asked.TicketId, asked.Number, asked.Because, asked.Since, asked.AreaName));
        Assert.Equal(Now, ticket.AskedAt);
    }

    [Theory]
    [InlineData(Reasons.NobodyAvailable)]
    [InlineData(Reasons.InLine)]
    [InlineData(Causes.Returned)]
    public void Ticket_that_an_agent_may_still_take_is_not(string because)
    {
        var ticket = Waiting(because);
        Assert.Null(ticket.AskIfDue(Automatic, Now.AddYears(1)));
        Assert.Null(ticket.SetFallback(Automatic));
        Assert.Null(ticket.AskIfDue(WithFallback, Now));
    }

    [Fact]
    public void Ticket_is_put_before_them_once_for_each_wait()
    {
        var ticket = Waiting(Reasons.Manual);
        Assert.NotNull(ticket.AskIfDue(Automatic, Now));
        ticket.Wait(Reasons.NoAgents, Now.AddHours(1));
        Assert.Null(ticket.AskIfDue(WithFallback, Now.AddDays(1)));
        Assert.Null(ticket.SetFallback(WithFallback));
        ticket.GoTo(Guid.NewGuid());
        ticket.Wait(Reasons.NoAgents, Now.AddHours(2));
        Assert.Equal(Now.AddHours(2), ticket.AskIfDue(Automatic, Now.AddHours(2))!.Since);
    }

    [Fact]
    public void With_a_fallback_a_timer_runs_until_the_patience_of_the_area_ends()
    {
        var ticket = Waiting(Reasons.NobodyAvailable);
        Assert.Equal(new FallbackDue(ticket.Id, 1, Now + Patience), ticket.SetFallback(WithFallback));
        Assert.Equal(Now + Patience, ticket.AsksAt);
        Assert.Null(ticket.SetFallback(WithFallback));
    }

    [Fact]
    public void With_a_fallback_they_are_asked_when_the_patience_ends_and_no_sooner()
    {
        var ticket = Waiting(Reasons.NobodyAvailable);
        Assert.Null(ticket.AskIfDue(WithFallback, Now + Patience - TimeSpan.FromTicks(1)));
        Assert.Equal("nobody-available", ticket.AskIfDue(WithFallback, Now + Patience)!.Because);
        Assert.Null(ticket.AsksAt);
    }

    [Fact]
    public void Another_patience_sets_another_timer_and_the_first_one_is_void()
    {
        var ticket = Waiting(Reasons.NobodyAvailable);
        var first = ticket.SetFallback(WithFallback)!;
        var second = ticket.SetFallback(WithFallback with { FallbackAfter = TimeSpan.FromHours(1) })!;
        Assert.Equal(Now.AddHours(1), second.At);
        Assert.False(ticket.TakeFallback(first));
        Assert.True(ticket.TakeFallback(second));
        Assert.Null(ticket.AsksAt);
    }

    [Fact]
    public void Timer_that_the_database_rounded_is_still_the_same()
    {
        var ticket = Waiting(Reasons.NobodyAvailable);
        var timer = ticket.SetFallback(WithFallback)!;
        Assert.True(ticket.TakeFallback(timer with { At = timer.At.AddTicks(-7) }));
    }

    [Fact]
    public void Timer_of_an_earlier_wait_is_void()
    {
        var ticket = Waiting(Reasons.NobodyAvailable);
        var timer = ticket.SetFallback(WithFallback)!;
        ticket.GoTo(Guid.NewGuid());
        Assert.False(ticket.TakeFallback(timer));
        ticket.Wait(Causes.HandedBack, Now);
        Assert.False(ticket.TakeFallback(timer));
        Assert.Equal(2, ticket.SetFallback(WithFallback)!.Wait);
    }

    [Fact]
    public void Timer_is_void_while_a_dispatcher_holds_the_ticket()
    {
        var snapshot = Some.Ticket(Guid.NewGuid());
        var ticket = Ticket.Of(snapshot);
        ticket.Follow(snapshot with { Version = 2 }, Some.Left(snapshot, 2, AreaInMemory.Person(0), AssigneeCause.Unassigned), Now);
        Assert.True(ticket.Held);
        Assert.False(ticket.TakeFallback(new(ticket.Id, ticket.Waits, Now)));
    }

    [Fact]
    public void Queue_is_drained_batch_by_batch_while_somebody_can_take_a_ticket()
    {
        Ticket[] seen = [Waiting(Reasons.NoAgents), Waiting(Reasons.NoAgents)];
        var drain = new DrainArea(Guid.NewGuid()) { TicketId = Guid.NewGuid() };
        var next = drain.NextBatch(seen, 2, somebodyAble: true)!;
        Assert.Equal(drain with { After = new(seen[1].Priority, seen[1].OpenedAt, seen[1].Id) }, next);
        Assert.Null(drain.NextBatch(seen, 2, somebodyAble: false));
        Assert.Null(drain.NextBatch(seen, 3, somebodyAble: true));
    }

    [Fact]
    public void Queue_is_looked_at_to_its_end_after_the_rules_have_changed()
    {
        Ticket[] seen = [Waiting(Reasons.NoAgents), Waiting(Reasons.NoAgents)];
        var drain = new DrainArea(Guid.NewGuid()) { Everything = true };
        Assert.True(drain.NextBatch(seen, 2, somebodyAble: false)!.Everything);
        Assert.Null(drain.NextBatch(seen, 3, somebodyAble: false));
    }
}
