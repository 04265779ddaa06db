namespace Helpdesk.Contracts;

/// <summary>An agent as the choice saw them.</summary>
public sealed record AssignmentCandidate
{
    /// <summary>The agent's account.</summary>
    public required Guid AgentId { get; init; }
    /// <summary>Name at that moment.</summary>
    public required string Name { get; init; }
    /// <summary>Whether they could be chosen.</summary>
    public required bool Eligible { get; init; }
    /// <summary>Open tickets they had.</summary>
    public required int OpenTickets { get; init; }
    /// <summary>Why they could not be chosen, as a stable word such as <c>disabled</c>; null when they could.</summary>
    public string? NotEligibleBecause { get; init; }
    /// <summary>What that was judged from; null when the policy wrote down the verdict alone, as <c>round-robin/1</c> did.</summary>
    public CandidateFacts? Facts { get; init; }
}
