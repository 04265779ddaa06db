namespace Helpdesk.Contracts;

/// <summary>An agent as the choice saw him.</summary>
public sealed record AssignmentCandidate
{
    /// <summary>The agent's account.</summary>
    public required Guid AgentId { get; init; }
    /// <summary>Name at that moment.</summary>
    public required string Name { get; init; }
    /// <summary>Whether he could be chosen.</summary>
    public required bool Eligible { get; init; }
    /// <summary>Open tickets he had.</summary>
    public required int OpenTickets { get; init; }
    /// <summary>Why he could not be chosen, as a stable word such as <c>disabled</c>; null when he could.</summary>
    public string? NotEligibleBecause { get; init; }
    /// <summary>What that was judged from; null on receipts from before it was written down.</summary>
    public CandidateFacts? Facts { get; init; }
}
