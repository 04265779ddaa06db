using System.Text.Json.Serialization;

namespace Helpdesk.Api.Deliveries;

/// <summary>Where a delivery stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>Waits for its time: the first attempt or the next one.</summary>
    Queued,

    /// <summary>A worker has it; when its lease runs out, another takes it over.</summary>
    Sending,

    /// <summary>The mail server accepted it.</summary>
    Sent,

    /// <summary>Refused for good, or tried often enough.</summary>
    Failed,

    /// <summary>Deliberately not sent; the reason says why.</summary>
    Suppressed,
}
