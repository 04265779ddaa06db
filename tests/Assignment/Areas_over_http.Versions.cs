using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

// As HTTP lets a client say which versions it has seen.
public sealed partial class Areas_over_http
{
    [Theory]
    [InlineData("\"1\", \"4\"", HttpStatusCode.OK)]
    [InlineData("W/\"1\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"2\", W/\"3\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("1", HttpStatusCode.BadRequest)]
    [InlineData("\"1", HttpStatusCode.BadRequest)]
    [InlineData("*, \"1\"", HttpStatusCode.BadRequest)]
    public async Task G21_the_seen_version_is_one_of_a_list_weak_or_any(string seen, HttpStatusCode status)
    {
        var area = await _service.AreaAsync();
        Assert.Equal(status, (await IfMatchAsync(HttpMethod.Put, $"/api/areas/{area}", seen,
            new { name = SampleEvents.Name("Equipos") })).StatusCode);
    }

    [Fact]
    public async Task AD3_who_changes_what_somebody_else_has_changed_meanwhile_learns_who_and_what()
    {
        var (before, after) = (SampleEvents.Name("Hardware"), SampleEvents.Name("Equipos"));
        var area = await _service.AreaAsync(before);
        var seen = (await _service.As(AccountRoles.Admin).GetAsync($"/api/areas/{area}", Stop)).Headers.ETag!.Tag;
        Assert.Equal("\"1\"", seen);
        Assert.Equal("\"2\"", (await PutAsync(area, new { name = after })).Headers.ETag!.Tag);
        await _service.SetModeAsync(area, AssignmentMode.Manual);

        (string, object)[] requests =
        [
            ("", new { name = SampleEvents.Name("Máquinas") }),
            ("/mode", new { mode = "Automatic" }),
            ("/hours", new { zone = "America/Lima", week = Array.Empty<object>() }),
        ];
        foreach (var (path, body) in requests)
        {
            var refused = await IfMatchAsync(HttpMethod.Put, $"/api/areas/{area}{path}", seen, body);
            Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
            var problem = await refused.JsonAsync();
            Assert.Equal(
                ("urn:helpdesk:problem:changed-meanwhile", 3),
                (problem.GetProperty("type").GetString(), problem.GetProperty("version").GetInt32()));
            var changes = problem.GetProperty("changes").EnumerateArray().ToList();
            Assert.Equal([3, 2], changes.Select(x => x.GetProperty("version").GetInt32()));
            Assert.All(changes, x => Assert.Equal("Diana Vera", x.GetProperty("by").GetString()));
            var renamed = Assert.Single(changes[1].GetProperty("fields").EnumerateArray());
            Assert.Equal(
                ("name", before, after),
                (renamed.GetProperty("field").GetString(), renamed.GetProperty("before").GetString(), renamed.GetProperty("after")
                    .GetString()));
        }

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await IfMatchAsync(HttpMethod.Delete, $"/api/areas/{area}", seen)).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await IfMatchAsync(HttpMethod.Put, $"/api/areas/{area}", "\"3\"", new { name = SampleEvents.Name("Máquinas") })).StatusCode);
        Assert.Equal(4, (await ToldAsync(area, 4)).Max(x => x.Version));
    }

    [Fact]
    public async Task AD3_of_two_who_change_the_same_version_at_once_one_succeeds()
    {
        var (area, name) = (await _service.AreaAsync(), SampleEvents.Name("Equipos"));
        var answers =
            await Task.WhenAll(
                Enumerable.Range(0, 6)
                .Select(i => IfMatchAsync(HttpMethod.Put, $"/api/areas/{area}", "\"1\"", new { name = $"{name} {i}" })));
        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(x => x.StatusCode == HttpStatusCode.PreconditionFailed));
    }
}
