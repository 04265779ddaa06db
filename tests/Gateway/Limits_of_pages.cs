using System.Net;
using System.Net.Http.Headers;

namespace Helpdesk.Gateway.Tests;

/// <summary>Pages are read more freely than the API is asked; what costs as much as the API counts as it.</summary>
public sealed class Limits_of_pages : IAsyncLifetime
{
    readonly Clock _clock = new();
    Upstream _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await Upstream.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    Task<TestGateway> StartAsync(params string[] settings) =>
        TestGateway.StartAsync(_clock, [("portal", [_portal.Address]), ("assignment", [_portal.Address])],
            ["--KnownProxies=127.0.0.1", .. settings]);

    [Fact]
    public async Task G19_three_hundred_a_minute_for_a_network_and_then_a_page_that_says_when()
    {
        await using var gateway = await StartAsync();
        string[] pages = ["/", "/new", "/t/secret", "/t/secret/live", "/status", "/nothing.php"];
        var turn = 0;
        Assert.Equal(300, await Too_many_requests.AcceptedOfAsync(310, () => gateway.GetAsync(pages[turn++ % pages.Length])));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var refused = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Equal("60", refused.Header("Retry-After"));
        var words = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Too many pages", words, StringComparison.Ordinal);
        var problem = await gateway.GetAsync("/new", ("Accept", "application/json"));
        await problem.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");

        // Of its own: forms, the API, the styles, and everybody else go on.
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Post, "/new")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/categories")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/ui/helpdesk.css")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/", ("X-Forwarded-For", "203.0.113.7"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/", ("Cookie", gateway.BrowserCookie(Guid.CreateVersion7())))).StatusCode);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("/tickets?q=printer")]
    [InlineData("/tickets?view=all&Q=printer")]
    [InlineData("/tickets?q=&q=printer")]
    [InlineData("/tickets/?%71=printer")]
    [InlineData("/tickets/export")]
    [InlineData("/tickets/export/")]
    [InlineData("/tickets/EXPORT?format=csv")]
    [InlineData("/tickets/%65xport")]
    [InlineData("/desk/tickets/export")]
    public async Task G19_searches_and_exports_on_pages_count_as_the_APIs(string path)
    {
        await using var gateway = await StartAsync("--Limits:AnonymousPerMinute=2", "--Limits:SignedInPerMinute=3");
        Assert.Equal(2, await Too_many_requests.AcceptedOfAsync(4, () => gateway.GetAsync(path)));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await gateway.GetAsync("/api/categories")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await gateway.SendAsync(HttpMethod.Head, path)).StatusCode);

        var (own, other) = (gateway.BrowserCookie(Guid.CreateVersion7()), gateway.BrowserCookie(Guid.CreateVersion7()));
        Assert.Equal(3, await Too_many_requests.AcceptedOfAsync(5, () => gateway.GetAsync(path, ("Cookie", own))));
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/tickets?q=", ("Cookie", own))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync(path, ("Cookie", other))).StatusCode);
    }

    [Theory]
    [InlineData("/tickets?q=")]
    [InlineData("/tickets?q=%20%20")]
    [InlineData("/tickets?query=1")]
    [InlineData("/exported")]
    [InlineData("/tickets/export/print")]
    public async Task G19_other_pages_do_not(string path)
    {
        await using var gateway = await StartAsync("--Limits:AnonymousPerMinute=1");
        Assert.Equal(5, await Too_many_requests.AcceptedOfAsync(5, () => gateway.GetAsync(path)));
    }

    [Fact]
    public async Task G19_an_office_of_twenty_strangers_behind_one_address_can_all_write_within_one_minute()
    {
        await using var gateway = await StartAsync();
        for (var stranger = 0; stranger < 20; stranger++)
        {
            // The form, its styles, a picture that could not be read, a wrong answer, the right one, the ticket; one in two loads it again.
            string[] reads = ["/", "/new", "/ui/helpdesk.css", "/ui/helpdesk.js", "/opened/secret", "/t/secret", "/t/secret/live"];
            foreach (var path in stranger % 2 == 0 ? [.. reads, "/new"] : reads)
                Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync(path)).StatusCode);
            foreach (var path in new[] { "/captcha/picture", "/new?handler=review", "/new?handler=review", "/new?handler=send" })
                Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Post, path)).StatusCode);
        }
    }

    [Fact]
    public async Task G19_the_limit_is_a_setting_and_one_of_nothing_is_refused_at_the_start()
    {
        await using (var gateway = await StartAsync("--Limits:PagesPerMinute=4"))
            Assert.Equal(4, await Too_many_requests.AcceptedOfAsync(6, () => gateway.GetAsync("/")));
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("--Limits:PagesPerMinute=0"));
        Assert.Contains("Limits:PagesPerMinute", refusal.Message, StringComparison.Ordinal);
    }
}
