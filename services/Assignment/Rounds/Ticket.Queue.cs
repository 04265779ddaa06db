using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>Its place in the queue.</summary>
sealed partial class Ticket
{
    /// <summary>Since when it waits for an agent; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    /// <summary>Why it waits, as a stable word.</summary>
    public string? WaitingBecause { get; private set; }
    /// <summary>A dispatcher took it from its agent: until somebody has it again, or it goes to another area, no rule gives it to anybody.</summary>
    public bool Held { get; private set; }
    /// <summary>How often it began to wait. A timer of an earlier wait is void.</summary>
    public int Waits { get; private set; }
    /// <summary>When it will be put before the dispatchers; null while no timer runs.</summary>
    public DateTimeOffset? AsksAt { get; set; }
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
