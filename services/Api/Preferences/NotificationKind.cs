using System.Text.Json.Serialization;

namespace Helpdesk.Api.Preferences;

/// <summary>
/// What people decide about for themselves. Confirmations, answers to a customer, warnings and everything about accounts are not among
/// these: nobody can turn them off.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationKind>))]
public enum NotificationKind
{
    /// <summary>A ticket was opened: administrators, and agents in their areas.</summary>
    NewTicket,

    /// <summary>A ticket was assigned to the reader.</summary>
    TicketAssigned,

    /// <summary>The customer replied on a ticket of the reader's.</summary>
    CustomerReplied,

    /// <summary>Somebody commented publicly on a ticket that the reader opened on a customer's behalf.</summary>
    CommentAdded,

    /// <summary>A ticket waits for a dispatcher.</summary>
    AwaitsDispatcher,

    /// <summary>A ticket that the reader opened as a customer has another status.</summary>
    StatusChanged,
}
