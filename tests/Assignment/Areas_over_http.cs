using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed partial class Areas_over_http(SharedService shared)
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<HttpResponseMessage> PostAsync(object request) => _service.As(AccountRoles.Admin).PostAsJsonAsync("/api/areas", request, Stop);

    Task<HttpResponseMessage> PutAsync(Guid id, object request) => _service.As(AccountRoles.Admin)
        .PutAsJsonAsync($"/api/areas/{id}", request, Stop);

    [Fact]
    public async Task AD3_an_area_is_made_listed_and_told()
    {
        var name = SampleEvents.EarlyName();
        var id = await _service.AreaAsync($"  {name} ");
        var item = await _service.ListedAreaAsync(id);
        Assert.Equal(
            (id, name, false, 0),
            (item.GetProperty("id").GetGuid(), item.GetProperty("name").GetString(), item.GetProperty("retired").GetBoolean(),
                item.GetProperty("waiting").GetInt32()));
        Assert.Equal([new AreaChanged { AreaId = id, Version = 1, Name = name }], await ToldAsync(id, 1));
    }

    [Theory]
    [InlineData("Hardware")]
    [InlineData("hardware")]
    [InlineData(" HARDWARE")]
    [InlineData("Hárdwarè")]
    [InlineData("Ha\u0301rdware")]
    public async Task AD3_a_name_is_given_once(string name)
    {
        // In every case another area, whose name tells it from those of the other cases.
        var mark = Guid.NewGuid().ToString("N");
        name = $"{name} {mark}";
        var area = await _service.AreaAsync($"Hardware {mark}");
        var refused = await PostAsync(new { name });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await refused.JsonAsync();
        Assert.Equal("urn:helpdesk:problem:area-name-taken", problem.GetProperty("type").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty("name", out _));

        var other = await _service.AreaAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(other, new { name })).StatusCode);
        Assert.Equal(
            [1, 1], (await _installation.Events.WaitForAsync<AreaChanged>(2, x => x.AreaId == area || x.AreaId == other))
            .Select(x => x.Version));
    }

    [Fact]
    public async Task AD3_of_many_who_make_it_at_once_one_succeeds()
    {
        var name = SampleEvents.Name("Redes");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(new { name })));
        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(x => x.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"   "}""")]
    [InlineData("""{"name":null}""")]
    [InlineData("{}")]
    [InlineData("""{"name":"a\u0000b"}""")]
    [InlineData("""{"name":7}""")]
    [InlineData("{")]
    public async Task AD3_a_wrong_name_is_refused_in_words(string body)
    {
        var refused = await _service.As(AccountRoles.Admin)
            .PostAsync("/api/areas", new StringContent(body, null, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith("urn:helpdesk:problem:", (await refused.JsonAsync()).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Created)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task AD3_a_name_has_100_letters_at_most(int letters, HttpStatusCode status) =>
        Assert.Equal(status, (await PostAsync(new { name = SampleEvents.Name("ñ").PadRight(letters, 'ñ') })).StatusCode);

    [Fact]
    public async Task AD3_renaming_tells_the_area_and_its_categories_once()
    {
        var (area, name) = (await _service.AreaAsync(), SampleEvents.Name("Equipos"));
        await _service.As(AccountRoles.Admin)
            .PostAsJsonAsync("/api/categories", new { title = SampleEvents.Name("Impresoras"), areaId = area }, Stop);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(area, new { name })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(area, new { name })).StatusCode);

        var told = (await ToldAsync(area, 2)).MaxBy(x => x.Version)!;
        Assert.Equal((2, name), (told.Version, told.Name));
        var category = (await _installation.Events.WaitForAsync<CategoryChanged>(2, x => x.AreaId == area)).MaxBy(x => x.Version)!;
        Assert.Equal((2, name), (category.Version, category.AreaName));
        Assert.Equal(2, (await ToldAsync(area, 2)).Count);
    }

    [Fact]
    public async Task An_area_with_categories_in_use_is_not_retired()
    {
        var (name, title) = (SampleEvents.Name("Hardware"), SampleEvents.Name("Impresoras"));
        var area = await _service.AreaAsync(name);
        var category = await (await _service.As(AccountRoles.Admin).PostAsJsonAsync("/api/categories", new { title, areaId = area }, Stop))
            .JsonAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(area, new { name, retired = true })).StatusCode);

        await _service.As(AccountRoles.Admin)
            .PutAsJsonAsync($"/api/categories/{category.GetProperty("id").GetGuid()}", new { title, areaId = area, retired = true }, Stop);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(area, new { name, retired = true })).StatusCode);
        await _installation.Events.WaitForAsync<AreaChanged>(1, x => x.AreaId == area && x.Retired);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _service.As(AccountRoles.Admin)
                .PostAsJsonAsync("/api/categories", new { title = SampleEvents.Name("Otra"), areaId = area }, Stop)).StatusCode);
    }

    [Fact]
    public async Task AD3_names_that_differ_in_blanks_only_are_one()
    {
        var mark = Guid.NewGuid().ToString("N");
        await _service.AreaAsync($"Mesa de ayuda {mark}");
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(new { name = $"Mesa  de   ayuda   {mark}" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(new { name = $"Mesa de ayudas {mark}" })).StatusCode);
    }

    [Fact]
    public async Task AD3_a_retired_area_comes_back()
    {
        var (name, title) = (SampleEvents.Name("Hardware"), SampleEvents.Name("Otra"));
        var area = await _service.AreaAsync(name);
        await PutAsync(area, new { name, retired = true });
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _service.As(AccountRoles.Admin).PostAsJsonAsync("/api/categories", new { title, areaId = area }, Stop)).StatusCode);
        await PutAsync(area, new { name });
        Assert.Equal(
            HttpStatusCode.Created,
            (await _service.As(AccountRoles.Admin).PostAsJsonAsync("/api/categories", new { title, areaId = area }, Stop)).StatusCode);
        Assert.Equal([false, true, false], (await ToldAsync(area, 3)).OrderBy(x => x.Version).Select(x => x.Retired));
    }

    [Fact]
    public async Task F18_renaming_breaks_neither_queue_nor_receipts_nor_figures()
    {
        var area = await _service.AreaAsync();
        await _service.AgentAsync("Bruno", area);
        await _service.OpenAsync(SampleEvents.Ticket(area));
        await PutAsync(area, new { name = SampleEvents.Name("Equipos") });
        await _service.OpenAsync(SampleEvents.Ticket(area));
        Assert.Equal(2, (await _service.ReplayAsync(area)).GetProperty("reproduced").GetInt32());
        Assert.Equal(2, (await _service.GetAsync($"/api/areas/{area}/fairness")).GetProperty("choices").GetInt32());
    }

    Task<IReadOnlyList<AreaChanged>> ToldAsync(Guid area, int times) =>
        _installation.Events.WaitForAsync<AreaChanged>(times, x => x.AreaId == area);

    Task<HttpResponseMessage> DeleteAsync(Guid id) => _service.As(AccountRoles.Admin).DeleteAsync($"/api/areas/{id}", Stop);

    async Task<HttpResponseMessage> IfMatchAsync(HttpMethod method, string path, string tag, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await _service.As(AccountRoles.Admin).SendAsync(request, Stop);
    }

    [Fact]
    public async Task The_list_is_paged_by_name()
    {
        var (installation, service) = await Installation.RunningAsync();
        await using var _ = installation;
        foreach (var name in new[] { "C", "A", "E", "B", "D" })
            await service.AreaAsync(name);
        var page = await service.GetAsync("/api/areas?size=2&page=2");
        Assert.Equal(["C", "D"], page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("name").GetString()));
        Assert.True(page.GetProperty("more").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, (await _service.As(AccountRoles.Agent).GetAsync("/api/areas?size=101", Stop)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(Guid.NewGuid(), new { name = "X" })).StatusCode);
        foreach (var path in new[] { "receipts", "waiting", "fairness" })
            Assert.Equal(
                HttpStatusCode.NotFound, (await _service.As(AccountRoles.Agent)
                    .GetAsync($"/api/areas/{Guid.NewGuid()}/{path}", Stop)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _service.As(AccountRoles.Admin).PostAsync($"/api/areas/{Guid.NewGuid()}/replay", null, Stop)).StatusCode);
    }
}
