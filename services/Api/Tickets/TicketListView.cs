using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>The usual selections of a list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketListView>))]
public enum TicketListView
{
    /// <summary>What is not closed.</summary>
    Open,

    /// <summary>What is the caller's own, as agent or as customer, and not closed.</summary>
    Mine,

    /// <summary>What is nobody's, and not closed.</summary>
    Unassigned,

    /// <summary>What is closed.</summary>
    Closed,

    /// <summary>Everything.</summary>
    All,
}
