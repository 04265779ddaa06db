using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>How urgent a ticket is. Declared in rank order, so that comparing is ranking (never sort by the name).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketPriority>))]
public enum TicketPriority
{
    /// <summary>Can wait.</summary>
    Low,
    /// <summary>The default.</summary>
    Medium,
    /// <summary>Before the ordinary ones.</summary>
    High,
    /// <summary>Before everything else.</summary>
    Urgent,
}
