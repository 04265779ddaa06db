using System.Globalization;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Time;

namespace Helpdesk.Assignment.Areas.Hours;

/// <summary>Reads business hours as people write them, and tells each fault by the name of its field.</summary>
static class BusinessHoursParser
{
    static readonly TimeSpan Midnight = TimeSpan.FromDays(1);

    /// <summary>One span of a weekday.</summary>
    public sealed record Stretch(DayOfWeek Day, TimeSpan From, TimeSpan To);

    /// <summary>The faults; when there are none, the hours in the order of the week.</summary>
    public static Dictionary<string, string[]> Read(SetBusinessHours.Request request, out BusinessHours hours)
    {
        var wrong = new Dictionary<string, string[]>();
        if (!IsZone(request.Zone))
            wrong["zone"] = ["It is an IANA time zone, such as America/Lima."];
        var week = request.Week!.Select((x, i) => Read(x ?? new(), $"week[{i}]", wrong)).OfType<Stretch>().OrderBy(x => x.Day).ThenBy(x => x.From).ToList();
        foreach (var (one, next) in week.Zip(week.Skip(1)).Where(x => x.First.Day == x.Second.Day && x.First.To > x.Second.From))
            wrong["week"] = [$"On {one.Day} {Text(one.From)} to {Text(one.To)} and {Text(next.From)} to {Text(next.To)} overlap."];
        var holidays = request.Holidays ?? [];
        foreach (var (i, _) in holidays.Index().Where(x => !DateOnly.TryParseExact(x.Item, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            wrong[$"holidays[{i}]"] = ["It is a day, written like 2026-12-25."];
        hours = new()
        {
            Zone = request.Zone,
            Week = [.. week.Select(x => new OpeningHours { Day = x.Day.ToString(), From = Text(x.From), To = Text(x.To) })],
            Holidays = [.. holidays.Distinct().Order(StringComparer.Ordinal)],
        };
        return wrong;
    }

    /// <summary>The spans of hours that were accepted once.</summary>
    public static IEnumerable<Stretch> StretchesOf(BusinessHours hours) => hours.Week.Select(x => Read(new(x.Day, x.From, x.To), "", [])).OfType<Stretch>();

    static bool IsZone(string name) => CallersZone.TryFind(name, out _) && !TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _);

    static Stretch? Read(SetBusinessHours.Span span, string field, Dictionary<string, string[]> wrong)
    {
        var day = Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>().FirstOrDefault(x => string.Equals(x.ToString(), span.Day, StringComparison.OrdinalIgnoreCase));
        var (from, to) = (Read(span.From), Read(span.To));
        if (day is null)
            wrong[field + ".day"] = ["It is a weekday in English, such as Monday."];
        if (from is null || from == Midnight)
            wrong[field + ".from"] = ["It is an hour of the day, written like 08:30."];
        if (to is null || to <= from)
            wrong[field + ".to"] = ["It is a later hour of the same day, written like 17:00; midnight is 24:00."];
        return day is { } weekday && from is { } begin && to is { } end ? new(weekday, begin, end) : null;
    }

    static TimeSpan? Read(string text) => text == "24:00" ? Midnight
        : TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, TimeSpanStyles.None, out var hour) ? hour : null;

    static string Text(TimeSpan hour) => hour == Midnight ? "24:00" : hour.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
