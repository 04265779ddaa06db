using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>A public reply.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Attachments">Receipts of uploaded files.</param>
/// <param name="Status">Where staff moves the ticket with it; without one it waits for the customer.</param>
public sealed record ReplyToTicketRequest(
    [property: Required, TextLength(20_000)] string Text, string[]? Attachments = null,
    [property: EnumDataType(typeof(TicketStatus))] TicketStatus? Status = null);
