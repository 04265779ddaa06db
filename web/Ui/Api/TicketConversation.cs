using Helpdesk.Api.Tickets;

namespace Helpdesk.Ui.Api;

/// <summary>A ticket and what was said about it.</summary>
/// <param name="Messages">Oldest first.</param>
public sealed record TicketConversation(TicketResponse Ticket, IReadOnlyList<MessageResponse> Messages);
