using System.ComponentModel.DataAnnotations;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>Where the ticket is moved by hand.</summary>
/// <param name="Status">The new status, along the table of transitions.</param>
public sealed record ChangeStatusRequest([property: Required, EnumDataType(typeof(TicketStatus))] TicketStatus? Status);
