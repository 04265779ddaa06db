namespace Helpdesk.Notification.LocalCopies;

/// <summary>Whether an agent is there, as Assignment told it. Without a row they are.</summary>
sealed class AgentAvailability
{
    public required Guid AgentId { get; init; }
    public required long Version { get; init; }
    public required bool Available { get; init; }
    /// <summary>When they come back without saying so; null when that is open.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool IsAway(DateTimeOffset now) => !Available && (Until is null || Until > now);
}
