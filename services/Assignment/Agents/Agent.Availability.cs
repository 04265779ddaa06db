using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Agents;

/// <summary>Whether they are there, and how much they take.</summary>
sealed partial class Agent
{
    public bool Available { get; private set; } = true;
    /// <summary>What they wrote about being away; null when nothing.</summary>
    public string? AwayNote { get; private set; }
    /// <summary>When they come back by themselves; null when that is open.</summary>
    public DateTimeOffset? AwayUntil { get; private set; }
    /// <summary>How many open tickets they take at most; null for no bound.</summary>
    public int? Capacity { get; set; }
    /// <summary>Counts what was told of their availability.</summary>
    public long AvailabilityVersion { get; private set; }

    public AgentAvailability Availability => new(IneligibleBecause, AwayNote, AwayUntil, Capacity);

    public void GoAway(string? note, DateTimeOffset? until) => (Available, AwayNote, AwayUntil) = (false, note, until);

    public void ComeBack() => (Available, AwayNote, AwayUntil) = (true, null, null);

    public AgentAvailabilityChanged NextAvailabilityEvent(DateTimeOffset now) => new()
    {
        AgentId = Id,
        Version = ++AvailabilityVersion,
        Available = Eligible,
        Because = IneligibleBecause,
        Note = AwayNote,
        Until = AwayUntil,
        Capacity = Capacity,
        ChangedAt = now,
    };
}
