using System.Text.Json.Serialization;

namespace Helpdesk.Notification.Preferences;

/// <summary>What a person decides about for himself. Confirmations, answers to a customer, warnings and everything about accounts are not here: nobody can turn them off.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationKind>))]
public enum NotificationKind
{
    /// <summary>A ticket was opened: administrators, and agents in their areas.</summary>
    NewTicket,
    /// <summary>A ticket is his from now on.</summary>
    TicketAssigned,
    /// <summary>The customer answered on his ticket.</summary>
    CustomerReplied,
    /// <summary>Somebody commented publicly on a ticket that he opened on a customer's behalf.</summary>
    CommentAdded,
    /// <summary>A ticket waits for a dispatcher.</summary>
    AwaitsDispatcher,
    /// <summary>A ticket that he opened as a customer has another status.</summary>
    StatusChanged,
}
