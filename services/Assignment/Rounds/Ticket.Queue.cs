using Helpdesk.Assignment.Dispatch;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>Its place in the queue.</summary>
sealed partial class Ticket
{
    /// <summary>The database keeps an hour less exactly than a message does.</summary>
    static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    /// <summary>Since when it waits for an agent; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    /// <summary>Why it waits, as a stable word.</summary>
    public string? WaitingBecause { get; private set; }
    /// <summary>A dispatcher took it from its agent: until somebody has it again, or it goes to another area, no rule gives it to anybody.</summary>
    public bool Held { get; private set; }
    /// <summary>How often it began to wait. A timer of an earlier wait is void.</summary>
    public int Waits { get; private set; }
    /// <summary>When it will be put before the dispatchers; null while no timer runs.</summary>
    public DateTimeOffset? AsksAt { get; private set; }
    /// <summary>When it was put before the dispatchers in this wait; null when it was not.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public void Wait(string because, DateTimeOffset now)
    {
        WaitingBecause = because;
        if (WaitingSince is not null)
            return;
        WaitingSince = now;
        Waits++;
    }

    void Hold(DateTimeOffset now)
    {
        Held = true;
        if (Open)
            Wait(Reasons.Unassigned, now);
    }

    /// <summary>Puts it before the dispatchers when no rule will place it, or when the area's patience has ended; else null.</summary>
    public TicketAwaitsDispatcher? AskIfDue(AreaRules rules, DateTimeOffset now) =>
        AskedAt is null && (Reasons.NeedsDispatcher(WaitingBecause!) || FallbackAt(rules) <= now) ? Ask(rules.Name, now) : null;

    /// <summary>The timer that has to run until the area's patience ends; null when none has to, or when it runs already.</summary>
    public FallbackDue? SetFallback(AreaRules rules)
    {
        if (AskedAt is not null || FallbackAt(rules) is not { } due || due == AsksAt)
            return null;
        AsksAt = due;
        return new(Id, Waits, due);
    }

    /// <summary>A timer has come: false when it is one of an earlier wait, or a later one runs.</summary>
    public bool TakeFallback(FallbackDue due)
    {
        if (this is not { WaitingSince: not null, Held: false } || Waits != due.Wait || AsksAt - due.At > Rounding)
            return false;
        AsksAt = null;
        return true;
    }

    DateTimeOffset? FallbackAt(AreaRules rules) =>
        rules.Mode == AssignmentMode.AutomaticWithFallback ? WaitingSince + rules.FallbackAfter : null;

    /// <summary>Puts it before the dispatchers.</summary>
    public TicketAwaitsDispatcher Ask(string areaName, DateTimeOffset now)
    {
        (AskedAt, AsksAt) = (now, null);
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

    void LeaveQueue() => (WaitingSince, WaitingBecause, AsksAt, AskedAt) = (null, null, null, null);
}
