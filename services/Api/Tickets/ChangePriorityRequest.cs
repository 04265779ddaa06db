using System.ComponentModel.DataAnnotations;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>How urgent the ticket is.</summary>
/// <param name="Priority">The new priority.</param>
public sealed record ChangePriorityRequest([property: Required, EnumDataType(typeof(TicketPriority))] TicketPriority? Priority);
