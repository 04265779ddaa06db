using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Hours_over_http(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    readonly string _name = SampleEvents.Name("Redes");
    Guid _area;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync(_name);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<HttpResponseMessage> PutAsync(object request) => _service.As(AccountRoles.Admin)
        .PutAsJsonAsync($"/api/areas/{_area}/hours", request, Stop);

    static object AllWeek(string zone = "America/Lima") =>
        new { zone, week = Enum.GetNames<DayOfWeek>()
            .Select(day => new { day, from = "00:00", to = "24:00" }), holidays = new[] { "2031-12-25", "2031-01-01", "2031-12-25" } };

    [Fact]
    public async Task AD3_are_told_with_the_area_and_shown_to_everybody()
    {
        var nothing = await (await _service.CreateClient().GetAsync($"/api/areas/{_area}/hours", Stop)).JsonAsync();
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null), (nothing.GetProperty("zone").ValueKind, nothing.GetProperty("open").ValueKind));

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(AllWeek())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(AllWeek())).StatusCode);
        var told = (await _installation.Events.WaitForAsync<AreaChanged>(2, x => x.AreaId == _area)).Single(x => x.Version == 2).Hours!;
        Assert.Equal(("America/Lima", 7), (told.Zone, told.Week.Count));
        Assert.Equal(["2031-01-01", "2031-12-25"], told.Holidays);
        var shown = await (await _service.CreateClient().GetAsync($"/api/areas/{_area}/hours", Stop)).JsonAsync();
        Assert.True(shown.GetProperty("open").GetBoolean());

        Assert.Equal(HttpStatusCode.OK, (await _service.As(AccountRoles.Admin).DeleteAsync($"/api/areas/{_area}/hours", Stop)).StatusCode);
        Assert.Null((await _installation.Events.WaitForAsync<AreaChanged>(3, x => x.AreaId == _area)).Single(x => x.Version == 3).Hours);
    }

    [Fact]
    public async Task Of_a_retired_area_only_staff_is_told()
    {
        await _service.As(AccountRoles.Admin).PutAsJsonAsync($"/api/areas/{_area}", new { name = _name, retired = true }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.CreateClient().GetAsync($"/api/areas/{_area}/hours", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.As(AccountRoles.Customer)
            .GetAsync($"/api/areas/{_area}/hours", Stop)).StatusCode);
        await _service.GetAsync($"/api/areas/{_area}/hours");
    }

    [Theory]
    [InlineData("""{"zone":"America/Nowhere","week":[]}""", "zone")]
    [InlineData("""{"zone":"SA Pacific Standard Time","week":[]}""", "zone")]
    [InlineData("""{"zone":"../etc/passwd","week":[]}""", "zone")]
    [InlineData("""{"week":[]}""", "Zone")]
    [InlineData("""{"zone":"America/Lima"}""", "Week")]
    [InlineData("""{"zone":"America/Lima","week":[{"day":"Lunes","from":"08:00","to":"12:00"}]}""", "week[0].day")]
    [InlineData("""{"zone":"America/Lima","week":[{"day":"1","from":"08:00","to":"12:00"}]}""", "week[0].day")]
    [InlineData("""{"zone":"America/Lima","week":[{"day":"Monday","from":"8","to":"12:00"}]}""", "week[0].from")]
    [InlineData("""{"zone":"America/Lima","week":[{"day":"Monday","from":"24:00","to":"24:00"}]}""", "week[0].from")]
    [InlineData("""{"zone":"America/Lima","week":[{"day":"Monday","from":"12:00","to":"12:00"}]}""", "week[0].to")]
    [InlineData("""{"zone":"America/Lima","week":[{"day":"Monday","from":"12:00","to":"25:00"}]}""", "week[0].to")]
    [InlineData(
        """{"zone":"America/Lima","week":[{"day":"Monday","from":"08:00","to":"12:00"},{"day":"monday","from":"11:59","to":"14:00"}]}""",
        "week")]
    [InlineData("""{"zone":"America/Lima","week":[],"holidays":["25/12/2026"]}""", "holidays[0]")]
    [InlineData("""{"zone":"America/Lima","week":[null]}""", null)]
    [InlineData("""{"zone":"America/Lima","week":[],"holidays":[null]}""", null)]
    public async Task Wrong_ones_are_refused_in_words(string body, string? field)
    {
        var refused = await _service.As(AccountRoles.Admin)
            .PutAsync($"/api/areas/{_area}/hours", new StringContent(body, null, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var errors = (await refused.JsonAsync()).GetProperty("errors").EnumerateObject().Select(x => x.Name).ToList();
        Assert.True(field is null || errors.Contains(field, StringComparer.OrdinalIgnoreCase), string.Join(", ", errors));
    }
}
