namespace Helpdesk.Contracts;

/// <summary>
/// An agent can be given tickets from now on, or can not. Who can not hands back what they have not touched. Published by Assignment.
/// </summary>
public sealed record AgentAvailabilityChanged
{
    /// <summary>Which agent.</summary>
    public required Guid AgentId { get; init; }
    /// <summary>Counts the changes from 1; a lower one than already seen is stale.</summary>
    public required long Version { get; init; }
    /// <summary>Whether they can be given tickets.</summary>
    public required bool Available { get; init; }
    /// <summary>Why not, as a stable word such as <c>away</c>, <c>disabled</c> or <c>not-an-agent</c>; null while available.</summary>
    public string? Because { get; init; }
    /// <summary>What they wrote about it; null when nothing.</summary>
    public string? Note { get; init; }
    /// <summary>When they come back by themselves (UTC); null when that is open.</summary>
    public DateTimeOffset? Until { get; init; }
    /// <summary>How many open tickets they take at most; null for no bound.</summary>
    public int? Capacity { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
