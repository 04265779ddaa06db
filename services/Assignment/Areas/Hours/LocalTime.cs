namespace Helpdesk.Assignment.Areas.Hours;

/// <summary>What the clocks on the wall show, as moments: twice a year an hour is missing or comes twice.</summary>
static class LocalTime
{
    /// <summary>The first moment at which the clocks show this or, when they leap over it, more.</summary>
    public static DateTimeOffset First(DateTime local, TimeZoneInfo zone) => At(local, zone, last: false);

    /// <summary>The last moment at which the clocks show this or, when they leap over it, the leap.</summary>
    public static DateTimeOffset Last(DateTime local, TimeZoneInfo zone) => At(local, zone, last: true);

    static DateTimeOffset At(DateTime local, TimeZoneInfo zone, bool last)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = !zone.IsAmbiguousTime(local) ? zone.GetUtcOffset(local)
            : last ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetAmbiguousTimeOffsets(local).Max();
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
