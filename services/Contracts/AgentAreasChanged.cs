namespace Helpdesk.Contracts;

/// <summary>An agent was put into areas or taken out: all their areas. Published by Assignment.</summary>
public sealed record AgentAreasChanged
{
    /// <summary>The agent's account.</summary>
    public required Guid AgentId { get; init; }
    /// <summary>Counts the changes from 1; a lower one than already seen is stale.</summary>
    public required long Version { get; init; }
    /// <summary>Every area they serve; empty when none.</summary>
    public required IReadOnlyList<Guid> AreaIds { get; init; }
}
