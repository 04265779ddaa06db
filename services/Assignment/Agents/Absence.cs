namespace Helpdesk.Assignment.Agents;

/// <summary>A time in which an agent could be given nothing.</summary>
sealed class Absence
{
    public required Guid Id { get; init; }
    public required Guid AgentId { get; init; }
    /// <summary>Why, as a stable word.</summary>
    public required string Because { get; init; }
    public required DateTimeOffset BeganAt { get; init; }
    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
