using System.Text.Json.Serialization;

namespace Helpdesk.Api.Preferences;

/// <summary>How somebody is told of one kind of notification.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryMode>))]
public enum DeliveryMode
{
    /// <summary>An email for each.</summary>
    AtOnce,

    /// <summary>Gathered with others into one email.</summary>
    Digest,

    /// <summary>Not by email.</summary>
    Never,
}
