using Helpdesk.Api.Tickets;

namespace Helpdesk.Api.Tracking;

/// <summary>The ticket of a tracking link and a page of its conversation, as its customer sees them.</summary>
/// <param name="Ticket">The ticket: the link's, or the one it was merged into.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record TrackTicketResponse(TicketResponse Ticket, PagedResult<MessageResponse> Messages);
