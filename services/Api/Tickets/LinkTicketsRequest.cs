using System.ComponentModel.DataAnnotations;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>That the ticket has to do with another one.</summary>
/// <param name="To">Number of the other one.</param>
/// <param name="Kind">How: RelatesTo, Blocks or DuplicateOf.</param>
public sealed record LinkTicketsRequest(
    [property: Required, StringLength(40)] string To,
    [property: Required, EnumDataType(typeof(TicketLinkKind))] TicketLinkKind? Kind);
