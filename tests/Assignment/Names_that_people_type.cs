using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Names_that_people_type(SharedService shared)
{
    readonly Replica _service = shared.Service;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    HttpClient Admin => _service.As(AccountRoles.Admin);

    async Task<Guid> CategoryAsync(Guid area, string title, string? description = null)
    {
        var answer = await Admin.PostAsJsonAsync("/api/categories", new { title, description, areaId = area }, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    Task<HttpResponseMessage> NoteAsync(Guid agent, string note) => _service.SetAvailabilityAsync(agent, new { available = false, note });

    async Task<string?> KeptAsync(string path, string property) =>
        (await _service.GetAsync(path, AccountRoles.Admin)).GetProperty(property).GetString();

    public static TheoryData<string, string> Typed => new()
    {
        { "Re\u202Edes", "Redes" },
        { "\u2066Redes\u2069", "Redes" },
        { "\u202AR\u202Cedes", "Redes" },
        { "  Redes\t y \u00A0 cables ", "Redes y cables" },
        { "Redes\r\ny cables", "Redes y cables" },
        { "می\u200Cخواهم", "می\u200Cخواهم" },
        { "ग्राहक\u200Dसेवा", "ग्राहक\u200Dसेवा" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task G12_bidi_overrides_go_and_what_a_script_needs_stays(string typed, string kept)
    {
        var unique = $" {Guid.NewGuid():N}";
        var area = await _service.AreaAsync(typed + unique);
        Assert.Equal(kept + unique, await KeptAsync($"/api/areas/{area}", "name"));
        var category = await CategoryAsync(area, typed + unique);
        Assert.Equal(kept + unique, await KeptAsync($"/api/categories/{category}", "title"));

        unique += "b";
        await Admin.PutAsJsonAsync($"/api/areas/{area}", new { name = typed + unique }, Stop);
        Assert.Equal(kept + unique, await KeptAsync($"/api/areas/{area}", "name"));
        await Admin.PutAsJsonAsync($"/api/categories/{category}", new { title = typed + unique, areaId = area }, Stop);
        Assert.Equal(kept + unique, await KeptAsync($"/api/categories/{category}", "title"));

        var agent = await _service.AgentAsync("Bruno", area);
        await NoteAsync(agent.AccountId, typed);
        Assert.Equal(kept, await KeptAsync($"/api/agents/{agent.AccountId}", "note"));
    }

    [Theory]
    [InlineData("\u202E\u202C")]
    [InlineData("\u200B\u200B")]
    [InlineData("\u3164")]
    [InlineData("\u200C \u200D")]
    [InlineData("\u2800\uFE0F")]
    [InlineData("\u00AD")]
    public async Task G12_names_of_nothing_that_can_be_seen_are_refused(string name)
    {
        var area = await _service.AreaAsync();
        var category = await CategoryAsync(area, SampleEvents.Name("Impresoras"));
        foreach (var (answer, field) in new[]
        {
            (await Admin.PostAsJsonAsync("/api/areas", new { name }, Stop), "name"),
            (await Admin.PutAsJsonAsync($"/api/areas/{area}", new { name }, Stop), "name"),
            (await Admin.PostAsJsonAsync("/api/categories", new { title = name, areaId = area }, Stop), "title"),
            (await Admin.PutAsJsonAsync($"/api/categories/{category}", new { title = name, areaId = area }, Stop), "title"),
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.JsonAsync()).GetProperty("errors").TryGetProperty(field, out _));
        }

        // A note of nothing is none.
        var agent = await _service.AgentAsync("Bruno", area);
        Assert.Equal(HttpStatusCode.OK, (await NoteAsync(agent.AccountId, name)).StatusCode);
        Assert.Null(await KeptAsync($"/api/agents/{agent.AccountId}", "note"));
    }

    [Fact]
    public async Task G12_limits_count_what_is_kept()
    {
        var area = await _service.AreaAsync(SampleEvents.Name("A").PadRight(100, 'x') + new string('\u202E', 20) + new string(' ', 20));
        var lines = string.Join("\r\n", Enumerable.Repeat("123456789", 100));
        var category = await CategoryAsync(area, new string(' ', 200) + SampleEvents.Name("T"), lines);
        Assert.Equal(lines.ReplaceLineEndings("\n"), await KeptAsync($"/api/categories/{category}", "description"));
        await CategoryAsync(area, SampleEvents.Name("T"), lines + "\r\n\r\n");
        (string, string)[] tooLong = [(SampleEvents.Name("T"), lines + "12"), (SampleEvents.Name("T").PadRight(151, 'x'), "")];
        foreach (var (title, description) in tooLong)
        {
            var refused = await Admin.PostAsJsonAsync("/api/categories", new { title, description, areaId = area }, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var agent = await _service.AgentAsync("Bruno", area);
        var note = new string('ñ', 200);
        Assert.Equal(HttpStatusCode.OK, (await NoteAsync(agent.AccountId, $" {note} ")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await NoteAsync(agent.AccountId, note + "x")).StatusCode);
    }

    [Fact]
    public async Task G12_two_names_that_differ_only_in_what_was_taken_away_are_one()
    {
        var name = SampleEvents.Name("Redes");
        await _service.AreaAsync(name);
        var refused = await Admin.PostAsJsonAsync("/api/areas", new { name = $"\u202E{name}\u2069" }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }
}
