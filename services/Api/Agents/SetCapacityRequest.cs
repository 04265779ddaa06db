using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Agents;

/// <summary>How much an agent takes.</summary>
/// <param name="OpenTickets">Most open tickets that they get by turn; null for no bound. What they have already stays theirs.</param>
public sealed record SetCapacityRequest([property: Range(1, AgentLimits.LargestCapacity)] int? OpenTickets = null);
