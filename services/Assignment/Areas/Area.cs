using System.Text.Json;
using Helpdesk.Assignment.Changes;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Areas;

/// <summary>A part of the house that answers for its categories; its agents take turns.</summary>
sealed class Area : ConfigurationItem
{
    public static readonly TimeSpan UsualFallback = TimeSpan.FromMinutes(15);

    public required string Name { get; set; }
    /// <summary>How its tickets find their agent.</summary>
    public AssignmentMode Mode { get; set; }
    /// <summary>How long a ticket waits before it is put before the dispatchers, where the mode knows such a fallback.</summary>
    public TimeSpan FallbackAfter { get; set; } = UsualFallback;
    /// <summary>When people work there; null when nothing was said.</summary>
    public BusinessHours? Hours { get; set; }

    public override IReadOnlyDictionary<string, string?> Fields() => new Dictionary<string, string?>
    {
        ["name"] = Name,
        ["retired"] = Retired ? "true" : "false",
        ["mode"] = Mode.ToString(),
        ["fallbackAfter"] = FallbackAfter.ToString("c"),
        ["hours"] = Hours is null ? null : JsonSerializer.Serialize(Hours, JsonSerializerOptions.Web),
    };

    public AreaChanged ToEvent() => new() { AreaId = Id, Version = Version, Name = Name, Retired = Retired, Mode = Mode, Hours = Hours };
}
