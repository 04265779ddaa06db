using System.Text.Json.Serialization;

namespace Helpdesk.Notification.Preferences;

/// <summary>How somebody hears of a kind of news.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryMode>))]
public enum DeliveryMode
{
    /// <summary>A mail for each.</summary>
    AtOnce,
    /// <summary>Gathered with others into one mail.</summary>
    Digest,
    /// <summary>Not by mail.</summary>
    Never,
}
