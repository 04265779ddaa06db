using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Helpdesk.ServiceDefaults.Time;

/// <summary>
/// A bound of a filter: a moment, or a date such as <c>2026-03-29</c>, which means that whole day in a time zone, even when the clocks
/// change on it, or at midnight.
/// </summary>
public readonly record struct DateBound : IParsable<DateBound>
{
    static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d"];

    readonly DateOnly? _date;
    readonly DateTimeOffset _at;

    DateBound(DateOnly? date, DateTimeOffset at) => (_date, _at) = (date, at);

    /// <summary>The first moment that is included.</summary>
    /// <param name="zone">The zone of the days.</param>
    /// <returns>In UTC.</returns>
    public DateTimeOffset Start(TimeZoneInfo zone) => _date is { } date ? Midnight(date, zone) : _at;

    /// <summary>The first moment that is no longer included: the start of the next day, or the moment itself.</summary>
    /// <param name="zone">The zone of the days.</param>
    /// <returns>In UTC.</returns>
    public DateTimeOffset End(TimeZoneInfo zone) => _date switch
    {
        null => _at,
        { } date when date == DateOnly.MaxValue => DateTimeOffset.MaxValue,
        { } date => Midnight(date.AddDays(1), zone),
    };

    /// <inheritdoc/>
    public static DateBound Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result
            : throw new FormatException("It is a date such as 2026-03-29, or a moment such as 2026-03-29T08:00:00Z.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DateBound result)
    {
        const DateTimeStyles Blanks = DateTimeStyles.AllowWhiteSpaces;
        var isDate = DateOnly.TryParseExact(s, Dates, CultureInfo.InvariantCulture, Blanks, out var date);
        DateTimeOffset at = default;
        var isTime = !isDate && DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, Blanks | DateTimeStyles.AssumeUniversal, out at);
        result = isDate ? new(date, default) : new(null, at.ToUniversalTime());
        return isDate || isTime;
    }

    /// <summary>The first moment of a day: the earlier midnight when there are two, the first minute when there is none.</summary>
    static DateTimeOffset Midnight(DateOnly date, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks);
        return new(ticks, TimeSpan.Zero);
    }
}
