using System.Globalization;

namespace Helpdesk.Notification.Mails;

/// <summary>The zone in which the installation tells times.</summary>
public sealed record Zone(TimeZoneInfo Info)
{
    public static Zone Read(IConfiguration configuration)
    {
        var id = configuration["Installation:TimeZone"] ?? "UTC";
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? new(zone)
            : throw new InvalidOperationException($"Installation:TimeZone names no known time zone: {id}");
    }

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Info);

    /// <summary>The distance from UTC at that moment, which leaves no doubt wherever the mail is read.</summary>
    public string Label(DateTimeOffset at)
    {
        var offset = Info.GetUtcOffset(at);
        if (offset == TimeSpan.Zero)
            return "UTC";
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours)}{minutes}");
    }
}
