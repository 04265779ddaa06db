namespace Helpdesk.Assignment.Agents;

/// <summary>Assignment's own reminder that an agent comes back.</summary>
/// <param name="AgentId">Who.</param>
/// <param name="Until">The hour that they had given: with another one, or none, this is void.</param>
public sealed record AgentReturnDue(Guid AgentId, DateTimeOffset Until);
