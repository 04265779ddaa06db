using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>Who caused a fact.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActorKind>))]
public enum ActorKind
{
    /// <summary>The customer of the ticket, signed in or by the tracking link.</summary>
    Customer,
    /// <summary>A person of the staff: agent, dispatcher or administrator.</summary>
    Staff,
    /// <summary>Helpdesk itself: a timer or a rule.</summary>
    System,
}
