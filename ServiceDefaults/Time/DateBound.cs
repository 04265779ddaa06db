using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Helpdesk.ServiceDefaults.Time;

/// <summary>
/// A bound of a filter: a moment, or a bare date such as <c>2026-03-29</c>, which means that whole day by the clocks of a time zone, also
/// where the clocks are put back or forward on it, at midnight even.
/// </summary>
public readonly record struct DateBound : IParsable<DateBound>
{
    static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d"];

    readonly DateOnly? _date;
    readonly DateTimeOffset _at;

    DateBound(DateOnly? date, DateTimeOffset at) => (_date, _at) = (date, at);

    /// <summary>The first moment that is meant.</summary>
    /// <param name="zone">Whose days.</param>
    /// <returns>In UTC.</returns>
    public DateTimeOffset Start(TimeZoneInfo zone) => _date is { } date ? Midnight(date, zone) : _at;

    /// <summary>The first moment that is no longer meant: the next day's first, or the moment itself.</summary>
    /// <param name="zone">Whose days.</param>
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

    /// <summary>Its first moment: the earlier midnight when it comes twice, the first minute there is when it is leapt over.</summary>
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
