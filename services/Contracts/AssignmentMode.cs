using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>How tickets of an area find their agent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssignmentMode>))]
public enum AssignmentMode
{
    /// <summary>Agents take turns; a ticket that nobody can take waits until somebody can.</summary>
    Automatic,
    /// <summary>Every ticket waits for a dispatcher.</summary>
    Manual,
    /// <summary>Agents take turns; a ticket that waits too long is put before the dispatchers.</summary>
    AutomaticWithFallback,
}
