using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;

namespace Helpdesk.Ticketing.Tests;

public sealed class Days_in_a_list : IsolatedTicketingTest
{
    [Fact]
    public async Task G15_a_bare_date_is_the_whole_day_in_the_callers_zone()
    {
        var clock = Installation.Clock.GetUtcNow();
        // Three tickets around midnight in Guayaquil, which is five o'clock in UTC.
        var midnight = new DateTimeOffset(clock.UtcDateTime.Date.AddDays(2).AddHours(5), TimeSpan.Zero);
        var before = await OpenAtAsync(midnight.AddMinutes(-10));
        var after = await OpenAtAsync(midnight.AddMinutes(10));
        var evening = await OpenAtAsync(midnight.AddHours(23));
        var next = await OpenAtAsync(midnight.AddHours(24.5));
        var day = $"{midnight.UtcDateTime:yyyy-MM-dd}";
        const string Guayaquil = "&zone=America/Guayaquil";
        Assert.Equal([evening, after], await NumbersAsync($"openedFrom={day}&openedTo={day}{Guayaquil}"));
        Assert.Equal([next, evening, after], await NumbersAsync($"openedFrom={day}{Guayaquil}"));
        Assert.Equal([evening, after, before], await NumbersAsync($"openedTo={day}{Guayaquil}"));
        Assert.Equal([after, before], await NumbersAsync($"openedFrom={day}&openedTo={day}"));
        Assert.Equal([next, evening], await NumbersAsync($"openedFrom={day}&openedTo={day}&zone=Pacific/Honolulu"));
        // Words are looked for by the same days.
        Assert.Equal([evening, after], await NumbersAsync($"q=smokes&openedFrom={day}&openedTo={day}{Guayaquil}"));
        // Moments stay moments.
        var moment = Uri.EscapeDataString($"{midnight:O}");
        Assert.Equal([next, evening, after], await NumbersAsync($"openedFrom={moment}&zone=Asia/Tokyo"));
    }

    [Fact]
    public async Task G15_without_a_zone_it_is_a_day_of_the_installation()
    {
        await Service.PublishAsync(new SettingsChanged { Version = 1, Zone = "America/Guayaquil", ChangedAt = DateTimeOffset.UnixEpoch,
            ChangedBy = new(ActorKind.System, null, "") });
        var midnight = new DateTimeOffset(Installation.Clock.GetUtcNow().UtcDateTime.Date.AddDays(2).AddHours(5), TimeSpan.Zero);
        var before = await OpenAtAsync(midnight.AddMinutes(-10));
        var after = await OpenAtAsync(midnight.AddMinutes(10));
        var day = $"{midnight.UtcDateTime:yyyy-MM-dd}";
        await Eventually.HoldsAsync(async () => (await NumbersAsync($"openedFrom={day}&openedTo={day}")).SequenceEqual([after]));
        Assert.Equal([after, before], await NumbersAsync($"openedFrom={day}&zone=UTC"));
    }

    [Theory]
    [InlineData("zone=Mars/Olympus", "zone")]
    [InlineData("zone=-05:00", "zone")]
    [InlineData("zone=../../etc/passwd", "zone")]
    public async Task G15_a_zone_that_is_none_is_refused(string query, string field) =>
        Assert.Equal([field], (await Service.As(Dora).GetAsync($"/api/tickets?{query}")).Expect(HttpStatusCode.BadRequest).Wrong);

    [Theory]
    [InlineData("0001-01-01", "9999-12-31", true)]
    [InlineData("9999-12-31", "0001-01-01", false)]
    public async Task G15_the_first_and_last_days_there_are_can_be_asked_for(string from, string to, bool found)
    {
        var ticket = await OpenAsync();
        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Honolulu", "UTC" })
            Assert.Equal(found ? [ticket.Number] : [], await NumbersAsync($"openedFrom={from}&openedTo={to}&zone={zone}"));
    }

    async Task<string> OpenAtAsync(DateTimeOffset at)
    {
        Installation.Clock.Advance(at - Installation.Clock.GetUtcNow());
        return (await OpenAsync()).Number;
    }

    async Task<string[]> NumbersAsync(string query) => [.. (await Service.As(Dora).GetAsync($"/api/tickets?sort=opened&view=all&{query}"))
        .Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()!)];
}
