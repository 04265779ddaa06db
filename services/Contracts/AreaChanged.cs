namespace Helpdesk.Contracts;

/// <summary>An area was created, renamed or retired: its whole state. Published by Assignment.</summary>
public sealed record AreaChanged
{
    /// <summary>Which area.</summary>
    public required Guid AreaId { get; init; }
    /// <summary>Counts the changes of the area from 1; a lower one than already seen is stale.</summary>
    public required long Version { get; init; }
    /// <summary>Name.</summary>
    public required string Name { get; init; }
    /// <summary>True once it takes no new tickets.</summary>
    public bool Retired { get; init; }
    /// <summary>How its tickets find their agent.</summary>
    public AssignmentMode Mode { get; init; }
    /// <summary>When people work there; null when nothing was said.</summary>
    public BusinessHours? Hours { get; init; }
}
