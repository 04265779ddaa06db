namespace Helpdesk.Assignment.Agents;

/// <summary>Asks to tell an agent's availability once more, because somebody acted as if he had not heard of it.</summary>
public sealed record TellAvailability(Guid AgentId);
