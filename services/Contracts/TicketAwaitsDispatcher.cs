namespace Helpdesk.Contracts;

/// <summary>
/// A ticket has no agent and no rule will find one soon: a dispatcher has to. Published by Assignment, once for each wait.
/// </summary>
public sealed record TicketAwaitsDispatcher
{
    /// <summary>Which ticket.</summary>
    public required Guid TicketId { get; init; }
    /// <summary>Number of that ticket, for people.</summary>
    public required string Number { get; init; }
    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }
    /// <summary>Its priority.</summary>
    public required TicketPriority Priority { get; init; }
    /// <summary>Area that is responsible.</summary>
    public required Guid AreaId { get; init; }
    /// <summary>Name of that area.</summary>
    public required string AreaName { get; init; }
    /// <summary>Why, as a stable word such as <c>manual</c>, <c>nobody-available</c>, <c>no-agents</c>, <c>customer</c> or
    /// <c>unassigned</c>.</summary>
    public required string Because { get; init; }
    /// <summary>Since when it waits (UTC).</summary>
    public required DateTimeOffset Since { get; init; }
}
