using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Tickets;

/// <summary>That the ticket is about the same as another one.</summary>
/// <param name="Into">Number of the ticket that goes on.</param>
public sealed record MergeTicketRequest([property: Required, StringLength(40)] string Into);
