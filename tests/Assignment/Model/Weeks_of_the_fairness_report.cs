using System.Globalization;
using Helpdesk.Assignment.Receipts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Weeks_of_the_fairness_report
{
    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    static Period? Week(string text, TimeZoneInfo zone) => Period.TryParseWeek(text, zone, out var period) ? period : null;

    [Fact]
    public void Week_begins_on_monday_of_the_iso_calendar() =>
        Assert.Equal(new(At("2026-12-28T00:00Z"), At("2027-01-04T00:00Z")), Week("2026-W53", TimeZoneInfo.Utc));

    [Fact]
    public void Week_begins_when_it_begins_for_those_who_work_there() =>
        Assert.Equal(At("2026-12-28T05:00Z"), Week("2026-W53", TimeZoneInfo.FindSystemTimeZoneById("America/Lima"))!.From);

    [Fact]
    public void Week_in_which_the_clocks_leap_is_an_hour_shorter()
    {
        var week = Week("2026-W13", TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"))!;
        Assert.Equal(TimeSpan.FromDays(7) - TimeSpan.FromHours(1), week.Until - week.From);
    }

    [Theory]
    [InlineData("2026-W54")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("W47")]
    [InlineData("2026-47W")]
    [InlineData("9999-W52")]
    [InlineData("2026-W+7")]
    public void Week_that_does_not_exist_is_none(string week) => Assert.False(Period.TryParseWeek(week, TimeZoneInfo.Utc, out _));

    [Fact]
    public void Last_days_end_now() =>
        Assert.Equal(new(SampleEvents.Now.AddDays(-7), SampleEvents.Now), Period.LastDays(7, SampleEvents.Now));
}
