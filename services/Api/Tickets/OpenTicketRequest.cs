using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>A new ticket.</summary>
/// <param name="CategoryId">What it is about.</param>
/// <param name="Description">The customer's own words.</param>
/// <param name="Subject">In short; without one, the category's title.</param>
/// <param name="Name">The customer's name; needed when nobody is signed in.</param>
/// <param name="Email">Where the answer goes; needed when nobody is signed in.</param>
/// <param name="Language"><c>es</c> or <c>en</c>; without one, what the account or the browser says.</param>
/// <param name="Priority">Only staff may set it.</param>
/// <param name="Attachments">Receipts of uploaded files.</param>
public sealed record OpenTicketRequest(
    [property: Required] Guid? CategoryId,
    [property: Required, TextLength(20_000)] string Description,
    [property: TextLength(255, Line = true)] string? Subject = null,
    [property: TextLength(100, Line = true)] string? Name = null,
    [property: StringLength(120), ValidEmailAddress] string? Email = null,
    [property: RegularExpression("es|en", ErrorMessage = "The language is es or en.")] string? Language = null,
    [property: EnumDataType(typeof(TicketPriority))] TicketPriority? Priority = null,
    string[]? Attachments = null);
