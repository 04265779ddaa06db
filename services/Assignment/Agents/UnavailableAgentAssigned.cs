namespace Helpdesk.Assignment.Agents;

/// <summary>Assignment's own note that a ticket went to an account that may work on none, or that is not known yet.</summary>
/// <param name="AgentId">Whose.</param>
/// <param name="KnownVersion">What was told last of their availability then, by its version:
/// who was told of since need not be again.</param>
public sealed record UnavailableAgentAssigned(Guid AgentId, long KnownVersion);
