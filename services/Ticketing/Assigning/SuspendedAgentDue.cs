namespace Helpdesk.Ticketing.Assigning;

/// <summary>
/// Ticketing's own reminder to look whether an agent is one still, and to hand back all their tickets when not. It is sent in the
/// transaction that suspends them or gives them a ticket, and comes after that: of two that cross, the later one sees the other.
/// </summary>
public sealed record SuspendedAgentDue(Guid AgentId);
