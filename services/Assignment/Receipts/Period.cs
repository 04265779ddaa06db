using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Helpdesk.Assignment.Areas.Hours;

namespace Helpdesk.Assignment.Receipts;

/// <summary>A stretch of time for which something is counted.</summary>
sealed record Period(DateTimeOffset From, DateTimeOffset Until)
{
    public static Period LastDays(int days, DateTimeOffset now) => new(now.AddDays(-days), now);

    /// <summary>An ISO 8601 week such as 2026-W47, as the clocks of the zone show it.</summary>
    public static bool TryParseWeek(string text, TimeZoneInfo zone, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text is not { Length: 8 } || !text.AsSpan(4).StartsWith("-W", StringComparison.Ordinal)
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || year is < 2000 or > 9000 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return false;
        var monday = ISOWeek.ToDateTime(year, week, DayOfWeek.Monday);
        period = new(LocalTime.First(monday, zone), LocalTime.First(monday.AddDays(7), zone));
        return true;
    }
}
