using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults.Time;

/// <summary>The time zone in which a caller filters and reads dates.</summary>
public static class CallerTimeZone
{
    /// <summary>The zone that the caller asked for.</summary>
    /// <param name="named">Its IANA name, such as <c>America/Guayaquil</c>; null or empty when the caller names none.</param>
    /// <param name="usual">The installation's, the default.</param>
    /// <returns>Null when there is no such zone.</returns>
    public static TimeZoneInfo? Of(string? named, TimeZoneInfo usual) =>
        string.IsNullOrEmpty(named) ? usual : IanaTimeZone.TryFind(named, out var zone) ? zone : null;
}
