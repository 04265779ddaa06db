using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>Where a reply of the customer goes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplyDestination>))]
public enum ReplyDestination
{
    /// <summary>Into this ticket.</summary>
    Here,

    /// <summary>Into this ticket, which it reopens.</summary>
    HereAndReopens,

    /// <summary>Into the ticket that this one goes on in.</summary>
    IntoOtherTicket,

    /// <summary>Into a new ticket, for this one was closed too long ago.</summary>
    IntoNewTicket,
}
