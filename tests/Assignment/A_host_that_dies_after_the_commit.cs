using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class A_host_that_dies_after_the_commit(SharedService shared)
{
    readonly Replica _service = shared.Service;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task N11_has_kept_its_answers_about_areas_and_categories()
    {
        var area = await SendAsync("/api/areas", new { name = SampleEvents.Name("Hardware") });
        Assert.True(await _service.ReadAsync(db => db.LastIsStoredWithAsync($"select xmin::text as \"Value\" from area")));
        await SendAsync("/api/categories", new { title = SampleEvents.Name("Printers"), areaId = area.GetProperty("id").GetGuid() });
        Assert.True(await _service.ReadAsync(db => db.LastIsStoredWithAsync($"select xmin::text as \"Value\" from category")));
    }

    async Task<JsonElement> SendAsync(string path, object body)
    {
        using var request =
            new HttpRequestMessage(
                HttpMethod.Post, path) { Content = JsonContent.Create(body),
                Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } } };
        using var answer = await _service.As(AccountRoles.Admin).SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
