using System.Text.Json.Serialization;

namespace Helpdesk.Notification.Mails;

/// <summary>Why a dispatcher is told what a customer answered: the ticket's agent would not hear it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnattendedReason>))]
public enum UnattendedReason
{
    /// <summary>Nobody works on the ticket.</summary>
    NoAgent,
    /// <summary>Its agent is away.</summary>
    Away,
    /// <summary>Its agent's account is disabled, or holds no role any more that works on tickets.</summary>
    NoLongerAgent,
    /// <summary>Its agent turned mails about replies off.</summary>
    NotByMail,
    /// <summary>Mails to its agent come back.</summary>
    Unreachable,
}
