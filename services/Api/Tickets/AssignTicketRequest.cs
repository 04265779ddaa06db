using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tickets;

/// <summary>Who shall work on the ticket.</summary>
/// <param name="AgentId">The agent's account; null for nobody.</param>
/// <param name="Reason">Why; an agent who gives theirs back must say.</param>
public sealed record AssignTicketRequest(Guid? AgentId, [property: TextLength(1000)] string? Reason = null);
