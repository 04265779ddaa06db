using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tickets;

/// <summary>That the ticket is done.</summary>
/// <param name="Comment">What is said to that, for staff and customer.</param>
public sealed record CloseTicketRequest([property: TextLength(20_000)] string? Comment = null);
