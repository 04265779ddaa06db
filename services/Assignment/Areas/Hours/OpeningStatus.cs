using System.Globalization;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Areas.Hours;

/// <summary>Whether people work at a moment, and when that changes.</summary>
/// <param name="Open">People work.</param>
/// <param name="ClosesAt">When they stop; null while they don't work, or when they never stop.</param>
/// <param name="OpensAt">When they begin again; null while they work, or when they never do.</param>
sealed record OpeningStatus(bool Open, DateTimeOffset? ClosesAt, DateTimeOffset? OpensAt)
{
    /// <summary>Longer than any row of holidays that makes sense.</summary>
    const int DaysAhead = 400;

    public static OpeningStatus At(BusinessHours hours, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.Zone);
        DateTimeOffset? closes = null;
        // From the day before: where clocks go back at midnight, yesterday's last hour comes once more.
        foreach (var (from, to) in Spans(hours, zone, TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(-1)).Where(x => x.To > now))
        {
            if (from > now && closes is null)
                return new(false, null, from);
            if (from > (closes ?? now))
                return new(true, closes, null);
            closes = closes > to ? closes : to;
        }

        return closes is null ? new(false, null, null) : new(true, EndsWithin(closes.Value, now), null);
    }

    /// <summary>What still lasts when no more days are looked at does not stop for all we know.</summary>
    static DateTimeOffset? EndsWithin(DateTimeOffset closes, DateTimeOffset now) => closes - now < TimeSpan.FromDays(DaysAhead - 3)
        ? closes : null;

    static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(BusinessHours hours, TimeZoneInfo zone, DateTime first)
    {
        var week = BusinessHoursParser.SpansOf(hours).ToLookup(x => x.Day);
        var holidays = hours.Holidays.ToHashSet(StringComparer.Ordinal);
        return from ahead in Enumerable.Range(0, DaysAhead)
               let day = first.AddDays(ahead)
               where !holidays.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
               from span in week[day.DayOfWeek]
               let begins = LocalTime.First(day + span.From, zone)
               let ends = LocalTime.Last(day + span.To, zone)
               where ends > begins
               select (begins, ends);
    }
}
