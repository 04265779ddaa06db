using Helpdesk.Assignment.Queue;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>Its place in the queue.</summary>
sealed partial class Ticket
{
    /// <summary>The database keeps an hour less exactly than a message does.</summary>
    static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    /// <summary>Since when it waits for an agent; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    /// <summary>Why it waits, as a stable word.</summary>
    public string? WaitingBecause { get; private set; }
    /// <summary>
    /// A dispatcher took it from its agent: until somebody has it again, or it goes to another area, no rule gives it to anybody.
    /// </summary>
    public bool Held { get; private set; }
    /// <summary>How often it began to wait. A timer of an earlier wait is void.</summary>
    public int WaitCount { get; private set; }
    /// <summary>When it will be put before the dispatchers; null while no timer runs.</summary>
    public DateTimeOffset? FallbackDueAt { get; private set; }
    /// <summary>When it was put before the dispatchers in this wait; null when it was not.</summary>
    public DateTimeOffset? DispatchersAskedAt { get; private set; }

    public void Wait(string because, DateTimeOffset now)
    {
        WaitingBecause = because;
        if (WaitingSince is not null)
            return;
        WaitingSince = now;
        WaitCount++;
    }

    void Hold(DateTimeOffset now)
    {
        Held = true;
        if (Open)
            Wait(WaitingReasons.Unassigned, now);
    }

    /// <summary>Puts it before the dispatchers when no rule will place it, or when the area's patience has ended; else null.</summary>
    public TicketAwaitsDispatcher? AskDispatchersIfDue(AreaRules rules, DateTimeOffset now) =>
        DispatchersAskedAt is null && (WaitingReasons.NeedsDispatcher(WaitingBecause!) || FallbackAt(rules) <= now)
            ? AskDispatchers(rules.Name, now) : null;

    /// <summary>The timer that has to run until the area's patience ends; null when none has to, or when it runs already.</summary>
    public FallbackDue? ScheduleFallback(AreaRules rules)
    {
        if (DispatchersAskedAt is not null || FallbackAt(rules) is not { } due || due == FallbackDueAt)
            return null;
        FallbackDueAt = due;
        return new(Id, WaitCount, due);
    }

    /// <summary>A timer has come: false when it is one of an earlier wait, or a later one runs.</summary>
    public bool AcceptFallback(FallbackDue due)
    {
        if (this is not { WaitingSince: not null, Held: false } || WaitCount != due.Wait || FallbackDueAt - due.At > Rounding)
            return false;
        FallbackDueAt = null;
        return true;
    }

    DateTimeOffset? FallbackAt(AreaRules rules) =>
        rules.Mode == AssignmentMode.AutomaticWithFallback ? WaitingSince + rules.FallbackAfter : null;

    /// <summary>Puts it before the dispatchers.</summary>
    public TicketAwaitsDispatcher AskDispatchers(string areaName, DateTimeOffset now)
    {
        (DispatchersAskedAt, FallbackDueAt) = (now, null);
        return new()
        {
            TicketId = Id,
            Number = Number,
            Subject = Subject,
            Priority = Priority,
            AreaId = AreaId,
            AreaName = areaName,
            Because = WaitingBecause!,
            Since = WaitingSince!.Value,
        };
    }

    void LeaveQueue() => (WaitingSince, WaitingBecause, FallbackDueAt, DispatchersAskedAt) = (null, null, null, null);
}
