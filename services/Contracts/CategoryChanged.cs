namespace Helpdesk.Contracts;

/// <summary>A category was created, changed or retired: its whole state. Published by Assignment.</summary>
public sealed record CategoryChanged
{
    /// <summary>Which category.</summary>
    public required Guid CategoryId { get; init; }
    /// <summary>Counts the changes of the category from 1; a lower one than already seen is stale.</summary>
    public required long Version { get; init; }
    /// <summary>Title.</summary>
    public required string Title { get; init; }
    /// <summary>What it is for, shown to the customer; empty when nothing was written.</summary>
    public string Description { get; init; } = "";
    /// <summary>Area that is responsible.</summary>
    public required Guid AreaId { get; init; }
    /// <summary>Name of that area.</summary>
    public required string AreaName { get; init; }
    /// <summary>Priority of a ticket filed under it.</summary>
    public required TicketPriority Priority { get; init; }
    /// <summary>True once it takes no new tickets.</summary>
    public bool Retired { get; init; }
}
