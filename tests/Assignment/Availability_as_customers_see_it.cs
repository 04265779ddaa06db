using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Availability;
using Helpdesk.Assignment.Availability;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Availability_as_customers_see_it(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync()
    {
        // What was read is fresh for seconds of the clock's: how long the machine takes does not count.
        _service.Clock.Stop();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task N11_an_area_is_attended_while_somebody_who_serves_it_is_there_and_nobody_is_named_or_counted()
    {
        var (area, name) = await OpenAreaAsync();
        Assert.False((await SeenAsync(area)).GetProperty("attended").GetBoolean());
        var bruno = await _service.AgentAsync("Bruno Secreto", area);
        var seen = await SeenAsync(area);
        Assert.Equal(
            (true, true, name),
            (seen.GetProperty("attended").GetBoolean(), seen.GetProperty("openNow").GetBoolean(), seen.GetProperty("areaName")
                .GetString()));
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null),
            (seen.GetProperty("opensAt").ValueKind, seen.GetProperty("closesAt").ValueKind, seen.GetProperty("hours").ValueKind));
        Assert.Equal(
            ["areaId", "areaName", "openNow", "opensAt", "closesAt", "attended", "hours"], seen.EnumerateObject().Select(x => x.Name));
        var desk = await AvailabilityAsync();
        Assert.True(desk.GetProperty("attended").GetBoolean());
        Assert.DoesNotContain("Bruno", desk.ToString(), StringComparison.Ordinal);

        await _service.GoAwayAsync(bruno.AccountId);
        Assert.False((await SeenAsync(area)).GetProperty("attended").GetBoolean());
        await _service.ComeBackAsync(bruno.AccountId);
        Assert.True((await SeenAsync(area)).GetProperty("attended").GetBoolean());
        var suspended = bruno with { Version = 2, Active = false };
        await _service.PublishAsync(suspended);
        await _service.KnowsAsync(suspended);
        Assert.False((await SeenAsync(area)).GetProperty("attended").GetBoolean());
    }

    [Fact]
    public async Task AD3_outside_its_hours_an_area_is_closed_tells_when_it_opens_and_is_attended_by_nobody()
    {
        var (area, _) = await OpenAreaAsync();
        await _service.AgentAsync("Bruno", area);
        // Tomorrow from noon on, whatever day it is today.
        var tomorrow = _service.Clock.GetUtcNow().Date.AddDays(1);
        await SetHoursAsync(
            area, new { zone = "Etc/UTC", week = new[] { new { day = tomorrow.DayOfWeek.ToString(), from = "12:00", to = "18:00" } },
                holidays = new[] { "2031-12-25" } });
        var seen = await SeenAsync(area);
        Assert.Equal((false, false), (seen.GetProperty("openNow").GetBoolean(), seen.GetProperty("attended").GetBoolean()));
        Assert.Equal(new DateTimeOffset(tomorrow, TimeSpan.Zero).AddHours(12), seen.GetProperty("opensAt").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("closesAt").ValueKind);
        var hours = seen.GetProperty("hours");
        Assert.Equal(("Etc/UTC", "2031-12-25"), (hours.GetProperty("zone").GetString(), hours.GetProperty("holidays")[0].GetString()));
        Assert.Equal(
            (tomorrow.DayOfWeek.ToString(), "12:00", "18:00"),
            (hours.GetProperty("week")[0].GetProperty("day").GetString(), hours.GetProperty("week")[0].GetProperty("from").GetString(),
                hours.GetProperty("week")[0].GetProperty("to").GetString()));

        _service.Clock.Advance(new DateTimeOffset(tomorrow, TimeSpan.Zero).AddHours(13) - _service.Clock.GetUtcNow());
        seen = await SeenAsync(area);
        Assert.Equal((true, true), (seen.GetProperty("openNow").GetBoolean(), seen.GetProperty("attended").GetBoolean()));
        Assert.Equal(new DateTimeOffset(tomorrow, TimeSpan.Zero).AddHours(18), seen.GetProperty("closesAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Areas_that_a_customer_can_choose_nothing_of_are_not_told()
    {
        var (area, name) = await OpenAreaAsync();
        var inner = await _service.AreaAsync();
        var category = (await _service.As(AccountRoles.Admin).AllAsync("/api/categories"))
            .Single(x => x.GetProperty("areaId").GetGuid() == area);
        Assert.DoesNotContain(await AreasAsync(), x => x.GetProperty("areaId").GetGuid() == inner);
        await _service.As(AccountRoles.Admin)
            .PutAsJsonAsync(
                $"/api/categories/{category.GetProperty("id").GetGuid()}",
                new { title = category.GetProperty("title").GetString(), areaId = area, retired = true }, Stop);
        Assert.DoesNotContain(await AreasAsync(), x => x.GetProperty("areaId").GetGuid() == area);
        await _service.As(AccountRoles.Admin).PutAsJsonAsync($"/api/areas/{area}", new { name, retired = true }, Stop);
        Assert.DoesNotContain(await AreasAsync(), x => x.GetProperty("areaId").GetGuid() == area);
    }

    [Fact]
    public async Task However_many_ask_it_is_read_once_in_a_few_seconds()
    {
        var (area, _) = await OpenAreaAsync();
        await SeenAsync(area);
        await _service.AgentAsync("Bruno", area);
        var client = _service.CreateClient();
        var answers =
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.GetFromJsonAsync<JsonElement>("/api/availability", Stop)));
        Assert.All(answers, x => Assert.False(Area(x, area).GetProperty("attended").GetBoolean()));
        Assert.True((await SeenAsync(area)).GetProperty("attended").GetBoolean());
    }

    static AreaAvailability An(bool open, int? opens = null, int? closes = null, bool attended = false) =>
        new(Guid.NewGuid(), "x", open, Hour(opens), Hour(closes), attended, null);

    static DateTimeOffset? Hour(int? ahead) => ahead is { } hours ? SampleEvents.Now.AddHours(hours) : null;

    [Fact]
    public void The_whole_is_open_while_one_area_is_and_opens_with_the_first()
    {
        Assert.Equal((false, false, null, null), Whole());
        Assert.Equal((false, false, SampleEvents.Now.AddHours(2), null), Whole(An(false, opens: 5), An(false, opens: 2), An(false)));
        Assert.Equal(
            (false, true, null, SampleEvents.Now.AddHours(3)), Whole(An(true, closes: 3), An(true, closes: 1), An(false, opens: 2)));
        Assert.Equal((true, true, null, null), Whole(An(true, closes: 3), An(true, attended: true)));

        static (bool, bool, DateTimeOffset?, DateTimeOffset?) Whole(params AreaAvailability[] areas) =>
            CachedAvailability.Summarize(areas) is var x ? (x.Attended, x.OpenNow, x.OpensAt, x.ClosesAt) : default;
    }

    async Task<(Guid Id, string Name)> OpenAreaAsync()
    {
        var name = SampleEvents.Name("Redes");
        var area = await _service.AreaAsync(name);
        (await _service.As(AccountRoles.Admin).PostAsJsonAsync("/api/categories",
            new { title = SampleEvents.Name("Cable"), areaId = area }, Stop))
            .EnsureSuccessStatusCode();
        return (area, name);
    }

    async Task SetHoursAsync(Guid area, object hours) =>
        (await _service.As(AccountRoles.Admin).PutAsJsonAsync($"/api/areas/{area}/hours", hours, Stop)).EnsureSuccessStatusCode();

    /// <summary>What a customer without an account is told, once what was read before has grown old.</summary>
    async Task<JsonElement> AvailabilityAsync()
    {
        _service.Clock.Advance(CachedAvailability.Lifetime);
        return await _service.CreateClient().GetFromJsonAsync<JsonElement>("/api/availability", Stop);
    }

    async Task<List<JsonElement>> AreasAsync() => [.. (await AvailabilityAsync()).GetProperty("areas").EnumerateArray()];

    async Task<JsonElement> SeenAsync(Guid area) => Area(await AvailabilityAsync(), area);

    static JsonElement Area(JsonElement desk, Guid area) => desk.GetProperty("areas").EnumerateArray()
        .Single(x => x.GetProperty("areaId").GetGuid() == area);
}
