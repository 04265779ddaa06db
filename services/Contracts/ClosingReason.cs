using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>Why a ticket was closed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClosingReason>))]
public enum ClosingReason
{
    /// <summary>The customer said that the problem is solved.</summary>
    SolvedByCustomer,
    /// <summary>Staff closed it.</summary>
    ByStaff,
    /// <summary>The customer did not answer within the configured time.</summary>
    Silence,
    /// <summary>It was merged into another ticket.</summary>
    Merged,
}
