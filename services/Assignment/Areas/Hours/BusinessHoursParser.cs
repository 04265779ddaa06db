using System.Globalization;
using Helpdesk.Api.Areas;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Areas.Hours;

/// <summary>Reads business hours as people write them, and tells each fault by the name of its field.</summary>
static class BusinessHoursParser
{
    static readonly TimeSpan Midnight = TimeSpan.FromDays(1);

    /// <summary>One span of a weekday.</summary>
    public sealed record Span(DayOfWeek Day, TimeSpan From, TimeSpan To);

    /// <param name="request">As people wrote them.</param>
    /// <param name="hours">The hours in the order of the week; without meaning when there are errors.</param>
    /// <param name="errors">What is wrong, by field.</param>
    public static bool TryParse(SetBusinessHoursRequest request, out BusinessHours hours, out Dictionary<string, string[]> errors)
    {
        errors = [];
        if (!IsZone(request.Zone))
            errors["zone"] = ["It is an IANA time zone, such as America/Lima."];
        var week = new List<Span>();
        foreach (var (i, written) in request.Week!.Index())
        {
            if (TryParse(written ?? new(), $"week[{i}]", errors, out var span))
                week.Add(span);
        }

        week = [.. week.OrderBy(x => x.Day).ThenBy(x => x.From)];
        foreach (var (one, next) in week.Zip(week.Skip(1)).Where(x => x.First.Day == x.Second.Day && x.First.To > x.Second.From))
            errors["week"] = [$"On {one.Day} {Text(one.From)} to {Text(one.To)} and {Text(next.From)} to {Text(next.To)} overlap."];
        var holidays = request.Holidays ?? [];
        foreach (var (i, _) in holidays.Index().Where(x => !IsDay(x.Item)))
            errors[$"holidays[{i}]"] = ["It is a day, written like 2026-12-25."];
        hours = new()
        {
            Zone = request.Zone,
            Week = [.. week.Select(x => new OpeningHours { Day = x.Day.ToString(), From = Text(x.From), To = Text(x.To) })],
            Holidays = [.. holidays.Distinct().Order(StringComparer.Ordinal)],
        };
        return errors.Count == 0;
    }

    /// <summary>The spans of hours that were accepted once.</summary>
    public static IEnumerable<Span> SpansOf(BusinessHours hours)
    {
        foreach (var written in hours.Week)
        {
            if (TryParse(new(written.Day, written.From, written.To), "", [], out var span))
                yield return span;
        }
    }

    static bool IsZone(string name) => IanaTimeZone.TryFind(name, out _) && !TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _);

    static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static bool TryParse(OpeningHoursRequest written, string field, Dictionary<string, string[]> errors, out Span span)
    {
        var known = TryParse(written.Day, out DayOfWeek day);
        if (!known)
            errors[field + ".day"] = ["It is a weekday in English, such as Monday."];
        var begins = TryParse(written.From, out TimeSpan from);
        if (!begins || from == Midnight)
            errors[field + ".from"] = ["It is an hour of the day, written like 08:30."];
        var ends = TryParse(written.To, out TimeSpan to);
        if (!ends || (begins && to <= from))
            errors[field + ".to"] = ["It is a later hour of the same day, written like 17:00; midnight is 24:00."];
        span = new(day, from, to);
        return known && begins && ends;
    }

    static bool TryParse(string text, out DayOfWeek day)
    {
        var known = Enum.GetValues<DayOfWeek>().Where(x => string.Equals(x.ToString(), text, StringComparison.OrdinalIgnoreCase)).ToList();
        day = known.FirstOrDefault();
        return known.Count > 0;
    }

    static bool TryParse(string text, out TimeSpan hour)
    {
        hour = Midnight;
        return text == "24:00" || TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, TimeSpanStyles.None, out hour);
    }

    static string Text(TimeSpan hour) => hour == Midnight ? "24:00" : hour.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
