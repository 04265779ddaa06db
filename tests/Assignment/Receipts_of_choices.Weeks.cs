using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

// The figure of fairness, by weeks.
public sealed partial class Receipts_of_choices
{
    [Fact]
    public async Task N2_fairness_of_a_week_counts_choices_chances_and_absences()
    {
        var agents = (await _service.ReceiptsAsync(_area))[0].Candidates.Select(x => x.AgentId).Order().ToList();
        var now = _installation.Clock.GetUtcNow();
        // Into the middle of the next ISO week.
        var monday = now.Date.AddDays(7 - (((int)now.DayOfWeek + 6) % 7));
        _installation.Clock.Advance(new DateTimeOffset(monday, TimeSpan.Zero).AddDays(2) - now);
        var week = $"{ISOWeek.GetYear(monday)}-W{ISOWeek.GetWeekOfYear(monday):00}";
        await _service.GoAwayAsync(agents[0]);
        for (var i = 0; i < 5; i++)
            await _service.OpenAsync(SampleEvents.Ticket(_area));
        _installation.Clock.Advance(TimeSpan.FromHours(6));
        await _service.ComeBackAsync(agents[0]);
        await _service.OpenAsync(SampleEvents.Ticket(_area));

        var fairness = await _service.GetAsync($"/api/areas/{_area}/fairness?week={week}");
        Assert.Equal(
            (6, 0, new DateTimeOffset(monday, TimeSpan.Zero)),
            (fairness.GetProperty("choices").GetInt32(), fairness.GetProperty("spread").GetInt32(), fairness.GetProperty("since")
                .GetDateTimeOffset()));
        var shares = fairness.GetProperty("agents").EnumerateArray().ToDictionary(x => x.GetProperty("agentId").GetGuid());
        Assert.Equal([1, 6, 6], agents.Select(x => shares[x].GetProperty("couldBeChosen").GetInt32()));
        Assert.Equal([0.33, 2.83, 2.83], agents.Select(x => shares[x].GetProperty("fairShare").GetDouble()));
        Assert.Equal(6, agents.Sum(x => shares[x].GetProperty("choices").GetInt32()));
        var absence = Assert.Single(shares[agents[0]].GetProperty("absences").EnumerateArray());
        Assert.Equal("away", absence.GetProperty("because").GetString());
        Assert.InRange(
            TimeSpan.Parse(shares[agents[0]].GetProperty("absent").GetString()!, CultureInfo.InvariantCulture), TimeSpan.FromHours(6),
            TimeSpan.FromHours(6.1));
        Assert.Equal("00:00:00", shares[agents[1]].GetProperty("absent").GetString());

        var before =
            await _service.GetAsync(
                $"/api/areas/{_area}/fairness?week={ISOWeek.GetYear(monday.AddDays(-7))}-W{ISOWeek.GetWeekOfYear(monday.AddDays(-7)):00}");
        Assert.Equal((9, 0), (before.GetProperty("choices").GetInt32(), before.GetProperty("spread").GetInt32()));
    }

    [Fact]
    public async Task N2_a_week_begins_when_it_begins_for_those_who_work_there()
    {
        await _service.As(AccountRoles.Admin)
            .PutAsJsonAsync(
                $"/api/areas/{_area}/hours", new { zone = "America/Lima", week = Array.Empty<object>() },
                TestContext.Current.CancellationToken);
        var fairness = await _service.GetAsync($"/api/areas/{_area}/fairness?week=2026-W53");
        Assert.Equal(
            DateTimeOffset.Parse("2026-12-28T05:00:00Z", CultureInfo.InvariantCulture), fairness.GetProperty("since").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("2026-W54")]
    [InlineData("W47")]
    public async Task A_week_that_does_not_exist_is_refused_in_words(string week)
    {
        var refused = await _service.As(AccountRoles.Agent)
            .GetAsync($"/api/areas/{_area}/fairness?week={week}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.JsonAsync()).GetProperty("errors").TryGetProperty("week", out _));
    }
}
