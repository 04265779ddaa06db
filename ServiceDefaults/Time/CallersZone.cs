using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults.Time;

/// <summary>In whose days and hours a caller asks or reads.</summary>
public static class CallersZone
{
    /// <summary>The longest name that is looked for.</summary>
    public const int Longest = IanaTimeZone.MaxLength;

    /// <summary>The zone that the caller names.</summary>
    /// <param name="named">Its IANA name, such as <c>America/Guayaquil</c>; null or empty when the caller names none.</param>
    /// <param name="usual">The installation's, for who names none.</param>
    /// <returns>Null when there is no such zone.</returns>
    public static TimeZoneInfo? Of(string? named, TimeZoneInfo usual) =>
        string.IsNullOrEmpty(named) ? usual : TryFind(named, out var zone) ? zone : null;

    /// <summary>Finds a zone by a name that anybody may have written.</summary>
    /// <param name="named">Its IANA name.</param>
    /// <param name="zone">The zone; null when this machine knows none of that name.</param>
    public static bool TryFind([NotNullWhen(true)] string? named, [NotNullWhen(true)] out TimeZoneInfo? zone) =>
        IanaTimeZone.TryFind(named, out zone);
}
