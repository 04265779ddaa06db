using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>Whose turn it is, which is what most people want to know of a status.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatusCategory>))]
public enum StatusCategory
{
    /// <summary>Staff's.</summary>
    Open,

    /// <summary>Somebody else's: the customer's, or that of whoever it is put on hold for.</summary>
    Waiting,

    /// <summary>Nobody's.</summary>
    Done,
}
