namespace Helpdesk.Ticketing.Assigning;

/// <summary>Ticketing's own reminder that an agent who went away has more to hand back.</summary>
public sealed record HandBackDue(Guid AgentId, long Version);
