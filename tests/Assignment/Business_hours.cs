using System.Globalization;
using Helpdesk.Assignment.Areas.Hours;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

public sealed class Business_hours
{
    static BusinessHours Hours(string zone, string week, params string[] holidays) => new()
    {
        Zone = zone,
        Week = [.. week.Split(", ").Select(x => x.Split(' ', '-')).Select(x => new OpeningHours { Day = x[0], From = x[1], To = x[2] })],
        Holidays = holidays,
    };

    static DateTimeOffset? At(string? text) => text is null ? null
        : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    const string Office = "Monday 08:00-12:00, Monday 14:00-18:00, Tuesday 08:00-18:00";

    /// <summary>Lima is five hours behind UTC all year; 23 November 2026 is a Monday.</summary>
    [Theory]
    [InlineData("2026-11-23 12:59:59", false, null, "2026-11-23 13:00")]
    [InlineData("2026-11-23 13:00", true, "2026-11-23 17:00", null)]
    [InlineData("2026-11-23 17:00", false, null, "2026-11-23 19:00")]
    [InlineData("2026-11-23 22:59", true, "2026-11-23 23:00", null)]
    [InlineData("2026-11-23 23:00", false, null, "2026-11-24 13:00")]
    [InlineData("2026-11-24 23:30", false, null, "2026-11-30 13:00")]
    public void Are_those_of_the_areas_zone(string now, bool open, string? closes, string? opens) =>
        Assert.Equal(new OpeningStatus(open, At(closes), At(opens)), OpeningStatus.At(Hours("America/Lima", Office), At(now)!.Value));

    [Fact]
    public void On_a_holiday_nobody_works() =>
        Assert.Equal(
            new(false, null, At("2026-11-30 13:00")),
            OpeningStatus.At(Hours("America/Lima", Office, "2026-11-23", "2026-11-24"), At("2026-11-23 15:00")!.Value));

    [Fact]
    public void Hours_that_go_on_after_midnight_are_one_stretch()
    {
        var hours = Hours("America/Lima", "Monday 20:00-24:00, Tuesday 00:00-06:00, Tuesday 06:00-07:00");
        Assert.Equal(new(true, At("2026-11-24 12:00"), null), OpeningStatus.At(hours, At("2026-11-24 04:30")!.Value));
        Assert.Equal(new(true, At("2026-11-24 12:00"), null), OpeningStatus.At(hours, At("2026-11-24 05:00")!.Value));
        Assert.Equal(new(false, null, At("2026-12-01 01:00")), OpeningStatus.At(hours, At("2026-11-24 12:00")!.Value));
        // The day after midnight is free: the stretch ends there.
        Assert.Equal(
            new(true, At("2026-11-24 05:00"), null),
            OpeningStatus.At(hours with { Holidays = ["2026-11-24"] }, At("2026-11-24 04:30")!.Value));
    }

    [Fact]
    public void Who_always_works_never_closes_and_who_never_works_never_opens()
    {
        var always = string.Join(", ", Enum.GetNames<DayOfWeek>().Select(x => x + " 00:00-24:00"));
        Assert.Equal(new(true, null, null), OpeningStatus.At(Hours("Europe/Madrid", always), At("2026-11-24 04:30")!.Value));
        Assert.Equal(
            new(true, At("2026-12-24 23:00"), null),
            OpeningStatus.At(Hours("Europe/Madrid", always, "2026-12-25"), At("2026-11-24 04:30")!.Value));
        Assert.Equal(new(false, null, null), OpeningStatus.At(new() { Zone = "Europe/Madrid", Week = [] }, At("2026-11-24 04:30")!.Value));
    }

    /// <summary>
    /// Madrid: on 29 March 2026 the clocks leap from 2 to 3, at 01:00 UTC; on 25 October they go back from 3 to 2, at 01:00 UTC. Both
    /// are Sundays.
    /// </summary>
    [Theory]
    [InlineData("Sunday 02:30-04:00", "2026-03-29 00:30", false, null, "2026-03-29 01:00")]
    [InlineData("Sunday 02:30-04:00", "2026-03-29 01:00", true, "2026-03-29 02:00", null)]
    [InlineData("Sunday 01:00-02:30", "2026-03-29 00:30", true, "2026-03-29 01:00", null)]
    [InlineData("Sunday 02:15-02:45", "2026-03-29 00:30", false, null, "2026-04-05 00:15")]
    [InlineData("Sunday 02:30-04:00", "2026-10-25 00:15", false, null, "2026-10-25 00:30")]
    [InlineData("Sunday 01:00-02:30", "2026-10-25 01:15", true, "2026-10-25 01:30", null)]
    [InlineData("Sunday 09:00-17:00", "2026-03-29 07:30", true, "2026-03-29 15:00", null)]
    [InlineData("Sunday 09:00-17:00", "2026-10-25 07:30", false, null, "2026-10-25 08:00")]
    [InlineData("Saturday 09:00-17:00, Monday 09:00-17:00", "2026-10-24 16:00", false, null, "2026-10-26 08:00")]
    public void Follow_the_clocks_on_the_wall_when_they_leap_or_go_back(
        string week, string now, bool open, string? closes, string? opens) =>
        Assert.Equal(new OpeningStatus(open, At(closes), At(opens)), OpeningStatus.At(Hours("Europe/Madrid", week), At(now)!.Value));

    /// <summary>
    /// Santiago: on 6 September 2026 the clocks leap at midnight from 0 to 1, at 04:00 UTC; on 4 April they went back at midnight, at
    /// 03:00 UTC.
    /// </summary>
    [Theory]
    [InlineData("Sunday 00:00-08:00", "2026-09-06 03:59", false, null, "2026-09-06 04:00")]
    [InlineData("Saturday 20:00-24:00", "2026-09-06 03:59", true, "2026-09-06 04:00", null)]
    [InlineData("Saturday 20:00-24:00", "2026-04-05 03:30", true, "2026-04-05 04:00", null)]
    [InlineData("Saturday 20:00-24:00, Sunday 00:00-02:00", "2026-04-05 03:30", true, "2026-04-05 06:00", null)]
    public void Follow_the_clocks_also_where_they_change_at_midnight(string week, string now, bool open, string? closes, string? opens) =>
        Assert.Equal(new OpeningStatus(open, At(closes), At(opens)), OpeningStatus.At(Hours("America/Santiago", week), At(now)!.Value));

    [Fact]
    public void Never_contradict_themselves_around_a_year()
    {
        string[] zones = ["America/Lima", "Europe/Madrid", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
        const string Week = "Monday 08:00-12:00, Monday 12:00-18:00, Wednesday 22:00-24:00, Thursday 00:00-03:00, "
            + "Saturday 00:30-02:30, Sunday 02:00-02:30";
        foreach (var zone in zones)
        {
            var hours = Hours(zone, Week, "2026-12-28");
            for (var now = At("2026-01-01 00:07")!.Value; now.Year == 2026; now = now.AddMinutes(593))
            {
                var seen = OpeningStatus.At(hours, now);
                var change = seen.ClosesAt ?? seen.OpensAt!.Value;
                Assert.True(change > now);
                Assert.Equal(seen.Open, OpeningStatus.At(hours, change.AddTicks(-1)).Open);
                Assert.NotEqual(seen.Open, OpeningStatus.At(hours, change).Open);
            }
        }
    }
}
