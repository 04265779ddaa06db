using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>The orders of a list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketOrder>))]
public enum TicketOrder
{
    /// <summary>What was changed last comes first.</summary>
    Updated,

    /// <summary>What was opened last comes first.</summary>
    Opened,

    /// <summary>What is most urgent comes first; of that, what is oldest.</summary>
    Priority,

    /// <summary>What has waited for its customer longest comes first; only what does.</summary>
    Waiting,
}
