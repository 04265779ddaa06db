namespace Helpdesk.Assignment.Agents;

/// <summary>An agent serves an area.</summary>
sealed class AgentArea
{
    public required Guid AgentId { get; init; }
    public required Guid AreaId { get; init; }
}
