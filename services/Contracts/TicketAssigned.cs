namespace Helpdesk.Contracts;

/// <summary>
/// Assignment chose an agent for a ticket. A choice, not yet the ticket's word: see <see cref="AssigneeChanged"/>. Published by Assignment.
/// </summary>
public sealed record TicketAssigned
{
    /// <summary>Which ticket.</summary>
    public required Guid TicketId { get; init; }
    /// <summary>Number of that ticket, for people.</summary>
    public required string Number { get; init; }
    /// <summary>Area by whose policy the choice was made.</summary>
    public required Guid AreaId { get; init; }
    /// <summary>The chosen agent.</summary>
    public required Person Agent { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset AssignedAt { get; init; }
    /// <summary>Why this agent: everything the choice was made from.</summary>
    public required AssignmentReceipt Receipt { get; init; }
}
