namespace Helpdesk.Contracts;

/// <summary>
/// Everything an automatic choice was made from. Replaying the receipts of an area in sequence must give the same choices.
/// </summary>
public sealed record AssignmentReceipt
{
    /// <summary>Identity of the receipt.</summary>
    public required Guid Id { get; init; }
    /// <summary>Place in the area's sequence of choices, from 1 without gaps.</summary>
    public required long Sequence { get; init; }
    /// <summary>Version of the policy that chose, such as <c>round-robin/1</c>.</summary>
    public required string Policy { get; init; }
    /// <summary>Whose turn it was last; null at the first choice.</summary>
    public Guid? PreviousAgentId { get; init; }
    /// <summary>All agents of the area in the order of the round.</summary>
    public required IReadOnlyList<AssignmentCandidate> Candidates { get; init; }
    /// <summary>The choice in one English sentence, for people.</summary>
    public required string Reason { get; init; }
}
