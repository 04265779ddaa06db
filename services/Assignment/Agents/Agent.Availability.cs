using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Agents;

/// <summary>Whether he is there, and how much he takes.</summary>
sealed partial class Agent
{
    public const int NoteLength = 200;
    public const int LargestCapacity = 1000;

    public bool Available { get; private set; } = true;
    /// <summary>What he wrote about being away; null when nothing.</summary>
    public string? AwayNote { get; private set; }
    /// <summary>When he comes back by himself; null when that is open.</summary>
    public DateTimeOffset? AwayUntil { get; private set; }
    /// <summary>How many open tickets he takes at most; null for no bound.</summary>
    public int? Capacity { get; set; }
    /// <summary>Counts what was told of his availability.</summary>
    public long AvailabilityVersion { get; private set; }

    /// <summary>What others hear of his availability.</summary>
    public sealed record Standing(string? Obstacle, string? Note, DateTimeOffset? Until, int? Capacity)
    {
        /// <summary>What waits may go to them now though it could not before.</summary>
        public bool TakesMoreThan(Standing before) =>
            Obstacle is null && (before.Obstacle is not null || (before.Capacity is not null && !(Capacity <= before.Capacity)));
    }

    public Standing Stands => new(Obstacle, AwayNote, AwayUntil, Capacity);

    public void GoAway(string? note, DateTimeOffset? until) => (Available, AwayNote, AwayUntil) = (false, note, until);

    public void ComeBack() => (Available, AwayNote, AwayUntil) = (true, null, null);

    public AgentAvailabilityChanged TellAvailability(DateTimeOffset now) => new()
    {
        AgentId = Id,
        Version = ++AvailabilityVersion,
        Available = Eligible,
        Because = Obstacle,
        Note = AwayNote,
        Until = AwayUntil,
        Capacity = Capacity,
        ChangedAt = now,
    };
}
