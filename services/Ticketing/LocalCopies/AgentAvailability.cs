namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>Whether an agent can be given tickets, as Assignment told it; who was never told of can.</summary>
sealed class AgentAvailability
{
    public required Guid AgentId { get; init; }
    public required long Version { get; init; }
    public required bool Available { get; init; }
}
