using System.Net;

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
}
