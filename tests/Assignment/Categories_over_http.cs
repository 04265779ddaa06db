using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Categories_over_http(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    readonly string _name = SampleEvents.Name("Hardware");
    Guid _area;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync(_name);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<HttpResponseMessage> PostAsync(object request) =>
        _service.As(AccountRoles.Admin).PostAsJsonAsync("/api/categories", request, Stop);

    Task<HttpResponseMessage> PutAsync(Guid id, object request) => _service.As(AccountRoles.Admin)
        .PutAsJsonAsync($"/api/categories/{id}", request, Stop);

    async Task<Guid> CategoryAsync(object request)
    {
        var answer = await PostAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    [Fact]
    public async Task AD4_AU2_a_category_tells_the_priority_of_its_tickets_low_unless_said_otherwise()
    {
        var (others, fire) = (SampleEvents.Name("Otros"), SampleEvents.Name("Fuego"));
        var low = await CategoryAsync(new { title = others, areaId = _area });
        var urgent = await CategoryAsync(new { title = fire, description = "Todo lo que arde", areaId = _area, priority = "Urgent" });
        var told = await _installation.Events.WaitForAsync<CategoryChanged>(2, x => x.AreaId == _area);
        Assert.Contains(
            new CategoryChanged { CategoryId = low, Version = 1, Title = others, AreaId = _area, AreaName = _name,
                Priority = TicketPriority.Low }, told);
        Assert.Contains(
            new CategoryChanged { CategoryId = urgent, Version = 1, Title = fire, Description = "Todo lo que arde", AreaId = _area,
                AreaName = _name, Priority = TicketPriority.Urgent }, told);
    }

    [Fact]
    public async Task CU1_a_customer_without_an_account_sees_what_they_can_choose_from()
    {
        var (keyboards, printers, fax) = (SampleEvents.Name("Teclados"), SampleEvents.Name("Impresoras"), SampleEvents.Name("Fax"));
        await CategoryAsync(new { title = keyboards, areaId = _area });
        await CategoryAsync(new { title = printers, description = "Todo lo que imprime", areaId = _area, priority = "High" });
        var retired = await CategoryAsync(new { title = fax, areaId = _area });
        await PutAsync(retired, new { title = fax, areaId = _area, retired = true });

        var items = await OfAreaAsync(_service.CreateClient());
        Assert.Equal([printers, keyboards], items.Select(x => x.GetProperty("title").GetString()));
        Assert.Equal(
            (_area, _name, "Todo lo que imprime"),
            (items[0].GetProperty("areaId").GetGuid(), items[0].GetProperty("areaName").GetString(), items[0].GetProperty("description")
                .GetString()));
        Assert.Equal(3, (await OfAreaAsync(_service.As(AccountRoles.Agent))).Count);

        async Task<List<JsonElement>> OfAreaAsync(HttpClient client) =>
            [.. (await client.AllAsync("/api/categories?retired=true")).Where(x => x.GetProperty("areaId").GetGuid() == _area)];
    }

    [Fact]
    public async Task AD4_a_title_is_given_once()
    {
        var title = SampleEvents.Name("Impresoras");
        await CategoryAsync(new { title, areaId = _area });
        var other = await CategoryAsync(new { title = SampleEvents.Name("Teclados"), areaId = _area });
        var refused = await PostAsync(new { title = title.ToUpperInvariant(), areaId = _area });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.True((await refused.JsonAsync()).GetProperty("errors").TryGetProperty("title", out _));
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(other, new { title = title.ToLowerInvariant(), areaId = _area })).StatusCode);
    }

    [Theory]
    [InlineData("""{"title":"","areaId":"AREA"}""")]
    [InlineData("""{"areaId":"AREA"}""")]
    [InlineData("""{"title":"X"}""")]
    [InlineData("""{"title":"X","areaId":"7b1f3a52-0000-4000-8000-000000000000"}""")]
    [InlineData("""{"title":"X","areaId":"AREA","priority":"Gigantic"}""")]
    [InlineData("""{"title":"X","areaId":"AREA","priority":17}""")]
    public async Task AD4_a_wrong_category_is_refused_in_words(string body)
    {
        var content = new StringContent(body.Replace("AREA", _area.ToString(), StringComparison.Ordinal), null, "application/json");
        var refused = await _service.As(AccountRoles.Admin).PostAsync("/api/categories", content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.JsonAsync()).TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData(150, HttpStatusCode.Created)]
    [InlineData(151, HttpStatusCode.BadRequest)]
    public async Task AD4_a_title_has_150_letters_at_most(int letters, HttpStatusCode status) =>
        Assert.Equal(status, (await PostAsync(new { title = SampleEvents.Name("ñ").PadRight(letters, 'ñ'), areaId = _area })).StatusCode);

    [Fact]
    public async Task AD4_a_category_moves_to_another_area_and_the_same_again_tells_nothing()
    {
        var (software, title) = (SampleEvents.Name("Software"), SampleEvents.Name("Impresoras"));
        var other = await _service.AreaAsync(software);
        var id = await CategoryAsync(new { title, areaId = _area });
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(id, new { title, areaId = other, priority = "High" })).StatusCode);
        await PutAsync(id, new { title, areaId = other, priority = "High", description = "Fin" });

        var told = (await _installation.Events.WaitForAsync<CategoryChanged>(3, x => x.CategoryId == id)).OrderBy(x => x.Version).ToList();
        Assert.Equal([1, 2, 3], told.Select(x => x.Version));
        Assert.Equal((other, software, TicketPriority.High, ""), (told[1].AreaId, told[1].AreaName, told[1].Priority, told[1].Description));
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(Guid.NewGuid(), new { title = "Y", areaId = other })).StatusCode);
    }

    [Fact]
    public async Task AD4_a_title_that_reads_the_same_is_taken_too()
    {
        var mark = Guid.NewGuid().ToString("N");
        await CategoryAsync(new { title = $"Conexión a la red {mark}", areaId = _area });
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(new { title = $"CONEXION A LA RED {mark}", areaId = _area })).StatusCode);
    }

    [Fact]
    public async Task AD4_a_category_that_was_never_used_is_deleted_and_one_in_use_is_not()
    {
        var (never, used) =
            (await CategoryAsync(new { title = SampleEvents.Name("Errata"), areaId = _area }),
                await CategoryAsync(new { title = SampleEvents.Name("Impresoras"), areaId = _area }));
        await _service.ConsumeAsync(SampleEvents.Opened(SampleEvents.Ticket(_area) with { CategoryId = used }));
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(never)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync(never)).StatusCode);
        Assert.True(
            (await _installation.Events.WaitForAsync<CategoryChanged>(3, x => x.AreaId == _area)).Single(x => x.Version == 2).Retired);
        var refused = await DeleteAsync(used);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("urn:helpdesk:problem:category-in-use", (await refused.JsonAsync()).GetProperty("type").GetString());

        // A ticket that staff files under it later counts as well.
        var later = await CategoryAsync(new { title = SampleEvents.Name("Teclados"), areaId = _area });
        var moved = SampleEvents.Moved(SampleEvents.Ticket(_area), 2, _area);
        await _service.ConsumeAsync(moved with { Ticket = moved.Ticket with { CategoryId = later } });
        Assert.Equal(HttpStatusCode.Conflict, (await DeleteAsync(later)).StatusCode);
    }

    [Fact]
    public async Task AD4_who_changes_what_somebody_else_has_changed_meanwhile_learns_who_and_what()
    {
        var (title, renamed) = (SampleEvents.Name("Impresoras"), SampleEvents.Name("Equipos"));
        var id = await CategoryAsync(new { title, areaId = _area });
        var seen = (await _service.CreateClient().GetAsync($"/api/categories/{id}", Stop)).Headers.ETag!.Tag;
        await _service.As(AccountRoles.Admin).PutAsJsonAsync($"/api/areas/{_area}", new { name = renamed }, Stop);
        using var request =
            new HttpRequestMessage(
                HttpMethod.Put,
                $"/api/categories/{id}") { Content = JsonContent.Create(new { title = SampleEvents.Name("Impresión"), areaId = _area }) };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        var refused = await _service.As(AccountRoles.Admin).SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        var change = Assert.Single((await refused.JsonAsync()).GetProperty("changes").EnumerateArray());
        var field = Assert.Single(change.GetProperty("fields").EnumerateArray());
        Assert.Equal(
            ("areaName", _name, renamed),
            (field.GetProperty("field").GetString(), field.GetProperty("before").GetString(), field.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task AD4_a_retired_category_is_shown_to_staff_alone_and_comes_back()
    {
        var title = SampleEvents.Name("Fax");
        var id = await CategoryAsync(new { title, areaId = _area });
        await PutAsync(id, new { title, areaId = _area, retired = true });
        Assert.Equal(HttpStatusCode.NotFound, (await _service.CreateClient().GetAsync($"/api/categories/{id}", Stop)).StatusCode);
        await _service.GetAsync($"/api/categories/{id}");
        await PutAsync(id, new { title, areaId = _area });
        Assert.Equal(HttpStatusCode.OK, (await _service.CreateClient().GetAsync($"/api/categories/{id}", Stop)).StatusCode);
    }

    [Fact]
    public async Task AD4_no_category_slips_into_an_area_that_is_retired_at_that_moment()
    {
        for (var i = 0; i < 5; i++)
        {
            var name = SampleEvents.Name("Redes");
            var area = await _service.AreaAsync(name);
            var retiring = _service.As(AccountRoles.Admin).PutAsJsonAsync($"/api/areas/{area}", new { name, retired = true }, Stop);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(x => PostAsync(new { title = SampleEvents.Name("Cable"), areaId = area })));
            await retiring;
            var shown = await _service.GetAsync($"/api/areas/{area}");
            var live = (await _service.As(AccountRoles.Agent).AllAsync("/api/categories"))
                .Count(x => x.GetProperty("areaId").GetGuid() == area);
            Assert.True(!shown.GetProperty("retired").GetBoolean() || live == 0);
        }
    }

    Task<HttpResponseMessage> DeleteAsync(Guid id) => _service.As(AccountRoles.Admin).DeleteAsync($"/api/categories/{id}", Stop);
}
