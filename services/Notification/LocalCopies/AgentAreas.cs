namespace Helpdesk.Notification.LocalCopies;

/// <summary>The areas that an agent serves, as Assignment told it.</summary>
sealed class AgentAreas
{
    public required Guid AgentId { get; init; }
    public required long Version { get; init; }
    public required Guid[] AreaIds { get; init; }
}
