namespace Helpdesk.Assignment.Agents;

/// <summary>Assignment's own note that a ticket went to an account that may work on none, or that is not known yet.</summary>
/// <param name="AgentId">Whose.</param>
public sealed record RepeatUnavailability(Guid AgentId);
