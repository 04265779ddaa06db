using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>Why a ticket changed hands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssigneeCause>))]
public enum AssigneeCause
{
    /// <summary>Assignment chose.</summary>
    Automatic,
    /// <summary>An agent took it.</summary>
    Taken,
    /// <summary>A person gave it to somebody.</summary>
    Given,
    /// <summary>Its agent gave it back; another one shall get it.</summary>
    Returned,
    /// <summary>A dispatcher took it away; a dispatcher decides what comes next.</summary>
    Unassigned,
    /// <summary>
    /// It was taken from its agent, who was suspended, or went away and had not touched it; another one shall get it.
    /// </summary>
    HandedBack,
}
