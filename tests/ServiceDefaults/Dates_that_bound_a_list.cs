using System.Globalization;
using Helpdesk.ServiceDefaults.Time;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Dates_that_bound_a_list
{
    [Theory]
    [InlineData("2026-11-30", "UTC", "2026-11-30T00:00Z", "2026-12-01T00:00Z")]
    [InlineData("2026-11-30", "America/Guayaquil", "2026-11-30T05:00Z", "2026-12-01T05:00Z")]
    [InlineData("2026-11-30", "Asia/Kathmandu", "2026-11-29T18:15Z", "2026-11-30T18:15Z")]
    [InlineData("2026-12-31", "Pacific/Kiritimati", "2026-12-30T10:00Z", "2026-12-31T10:00Z")]
    [InlineData("2026-1-5", "Europe/Madrid", "2026-01-04T23:00Z", "2026-01-05T23:00Z")]
    [InlineData(" 2026-02-28 ", "Europe/Madrid", "2026-02-27T23:00Z", "2026-02-28T23:00Z")]
    // 23 hours, 25 hours, a day that begins at one o'clock, and one whose first hour comes twice.
    [InlineData("2026-03-29", "Europe/Madrid", "2026-03-28T23:00Z", "2026-03-29T22:00Z")]
    [InlineData("2026-10-25", "Europe/Madrid", "2026-10-24T22:00Z", "2026-10-25T23:00Z")]
    [InlineData("2026-09-06", "America/Santiago", "2026-09-06T04:00Z", "2026-09-07T03:00Z")]
    [InlineData("2025-11-02", "America/Havana", "2025-11-02T04:00Z", "2025-11-03T05:00Z")]
    public void G15_a_date_is_that_whole_day_in_the_zone_also_when_its_clocks_are_changed(string text, string zone, string start,
        string end)
    {
        var (date, days) = (DateBound.Parse(text, null), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal((At(start), At(end)), (date.Start(days), date.End(days)));
    }

    [Theory]
    [InlineData("2026-11-30T08:30:00Z", "2026-11-30T08:30Z")]
    [InlineData("2026-11-30T08:30:00+05:30", "2026-11-30T03:00Z")]
    [InlineData("2026-11-30T00:00:00-05:00", "2026-11-30T05:00Z")]
    [InlineData("2026-11-30T08:30", "2026-11-30T08:30Z")]
    public void G15_a_moment_is_that_moment_in_every_zone(string text, string at)
    {
        var days = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        Assert.Equal((At(at), At(at)), (DateBound.Parse(text, null).Start(days), DateBound.Parse(text, null).End(days)));
    }

    [Theory]
    [InlineData("9999-12-31", "America/Guayaquil")]
    [InlineData("0001-01-01", "Asia/Tokyo")]
    public void G15_the_first_and_the_last_day_there_is_are_days_too(string text, string zone)
    {
        var (date, days) = (DateBound.Parse(text, null), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.True(date.Start(days) < date.End(days));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("20261130")]
    [InlineData("")]
    [InlineData(null)]
    public void G15_what_is_neither_is_refused(string? text) => Assert.False(DateBound.TryParse(text, null, out _));

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("-05:00")]
    [InlineData("Romance Standard Time")]
    [InlineData("../../etc/passwd")]
    public void G15_a_zone_that_is_none_is_none(string zone) => Assert.Null(CallerTimeZone.Of(zone, TimeZoneInfo.Utc));

    [Fact]
    public void G15_who_names_no_zone_has_the_usual_one()
    {
        var usual = TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid");
        Assert.Equal((usual, usual, "America/Lima"),
            (CallerTimeZone.Of(null, usual), CallerTimeZone.Of("", usual), CallerTimeZone.Of("America/Lima", usual)?.Id));
    }

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
