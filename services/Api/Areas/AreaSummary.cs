using Helpdesk.Contracts;

namespace Helpdesk.Api.Areas;

/// <summary>An area in the list, and how it fares.</summary>
/// <param name="Id">The area.</param>
/// <param name="Name">Its name.</param>
/// <param name="Retired">Takes no new tickets.</param>
/// <param name="Mode">How its tickets find their agent.</param>
/// <param name="Agents">Agents who serve it.</param>
/// <param name="EligibleAgents">Of these, who can be chosen now.</param>
/// <param name="Waiting">Tickets that wait for an agent.</param>
/// <param name="WaitingSince">Since when the one that waits longest does; null when none waits.</param>
public sealed record AreaSummary(
    Guid Id, string Name, bool Retired, AssignmentMode Mode, int Agents, int EligibleAgents, int Waiting, DateTimeOffset? WaitingSince);
