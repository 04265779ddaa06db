using System.Net;
using System.Text.Json;

namespace Helpdesk.Ticketing.Tests;

public sealed class What_the_description_says_of_credentials : TicketingTest
{
    [Theory]
    [InlineData("get", "/api/tickets/{number}", "bearer tracking")]
    [InlineData("get", "/api/tickets/{number}/messages", "bearer tracking")]
    [InlineData("get", "/api/tickets/{number}/files/{id}", "bearer tracking")]
    [InlineData("post", "/api/tickets/{number}/replies", "bearer tracking")]
    [InlineData("put", "/api/tickets/{number}/closure", "bearer tracking")]
    [InlineData("delete", "/api/tickets/{number}/closure", "bearer tracking")]
    [InlineData("put", "/api/tickets/{number}/rating", "bearer tracking")]
    [InlineData("post", "/api/tickets/{number}/tracking-links", "bearer tracking")]
    [InlineData("get", "/api/tickets/{number}/timeline", "bearer")]
    [InlineData("get", "/api/tickets/{number}/timers", "bearer")]
    [InlineData("post", "/api/tickets/{number}/notes", "bearer")]
    [InlineData("get", "/api/tickets", "bearer")]
    [InlineData("get", "/api/tickets/export", "bearer")]
    [InlineData("get", "/api/tracking", "tracking")]
    [InlineData("post", "/api/tracking/reminders", "")]
    [InlineData("post", "/api/tickets", "")]
    public async Task Either_of_them_is_enough_where_it_names_both(string method, string path, string credentials)
    {
        var operation = (await Service.Anonymous().GetAsync("/openapi/ticketing.json")).Expect(HttpStatusCode.OK).Json
            .GetProperty("paths").GetProperty(path).GetProperty(method);
        // Each requirement of its own is an alternative.
        string[] named = operation.TryGetProperty("security", out var security) && security.ValueKind == JsonValueKind.Array
            ? [.. security.EnumerateArray().Select(x => Assert.Single(x.EnumerateObject()).Name)]
            : [];
        Assert.Equal(credentials, string.Join(' ', named));
    }
}
