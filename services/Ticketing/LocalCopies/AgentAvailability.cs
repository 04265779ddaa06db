namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>Whether an agent can be given tickets, as Assignment told it; who was never told of can.</summary>
sealed class AgentAvailability
{
    public required Guid AgentId { get; init; }
    public required long Version { get; init; }
    public required bool Available { get; init; }
    /// <summary>Whether they are not away, but no agent any more: the account is disabled, or has lost the role.</summary>
    public bool Suspended { get; init; }
}
