using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Helpdesk.Gateway.Tests;

/// <summary>Everything that is not the API's goes to the host of the customers' pages, under limits of its own.</summary>
public sealed class Pages_of_the_portal : IAsyncLifetime
{
    readonly Clock _clock = new();
    Upstream _portal = null!;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Upstream.StartAsync();
        _gateway = await TestGateway.StartAsync(_clock, [("portal", [_portal.Address])],
            "--Limits:AnonymousPerMinute=3", "--Limits:SignedInPerMinute=5", "--Limits:SignInPerMinute=2",
            "--Logging:LogLevel:Default=Trace");
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/new?category=1")]
    [InlineData("/favicon.ico")]
    [InlineData("/apiary")]
    [InlineData("/openapi/ticketing.json")]
    public async Task Its_addresses_reach_the_portal(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await _gateway.GetAsync(path)).StatusCode);
        Assert.Equal(path.Split('?')[0], _portal.Arrivals.Single().Path);
    }

    [Fact]
    public async Task Reading_pages_uses_up_nobodys_minute()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await _gateway.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task SE6_what_a_stranger_sends_by_form_counts_and_they_are_told_in_words()
    {
        // Five forms for each request of the API: a ticket takes several, and an office sits behind one address.
        for (var i = 0; i < 15; i++)
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("/new")).StatusCode);

        var refused = await PostAsync("/new");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Header("Retry-After"));
        Assert.Equal("text/html", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Demasiados", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SE6_whose_cookie_a_form_carries_has_its_own_larger_share()
    {
        var cookie = _gateway.BrowserCookie(Guid.CreateVersion7());
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("/new", ("Cookie", cookie))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync("/new", ("Cookie", cookie))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/new", ("Cookie", _gateway.BrowserCookie(Guid.CreateVersion7())))).StatusCode);
    }

    [Fact]
    public async Task SE6_a_cookie_that_is_made_up_is_a_strangers()
    {
        for (var i = 0; i < 15; i++)
            await PostAsync("/new", ("Cookie", $"helpdesk=made-up-{i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync("/new", ("Cookie", "helpdesk=another"))).StatusCode);
    }

    [Fact]
    public async Task F35_signing_in_by_form_counts_as_signing_in()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/sign-in/")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task F26_the_secret_of_a_link_is_in_no_log()
    {
        string[] pages = ["/t/s3cretlink", "/t/s3cretlink/live", "/opened/s3cretlink", "/password-reset/s3cretlink",
            "/invitation/s3cretlink", "/confirmation/s3cretlink"];
        foreach (var page in pages)
            Assert.Equal(HttpStatusCode.OK, (await _gateway.GetAsync(page)).StatusCode);

        var access = await WrittenAsync(pages.Length);
        Assert.Contains(access, x => x.Contains("/t/***/live", StringComparison.Ordinal));
        Assert.DoesNotContain(access, x => x.Contains("s3cretlink", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_says_in_words_when_there_is_no_account_and_no_replica()
    {
        await _gateway.GetAsync("/robots.txt");
        Assert.Contains("(no account), by the gateway itself, request", Assert.Single(await WrittenAsync(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_with_files_may_be_larger_than_requests_to_the_api()
    {
        using var body = new ByteArrayContent(new byte[11 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.OK, (await _gateway.Client.PostAsync("/new", body, TestContext.Current.CancellationToken)).StatusCode);
        using var larger = new ByteArrayContent(new byte[13 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge,
            (await _gateway.Client.PostAsync("/new", larger, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task N11_a_person_gets_a_page_when_the_portal_is_away()
    {
        await using var alone = await TestGateway.StartAsync(null, [("portal", [Upstream.DeadAddress])]);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await alone.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("no responden", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] headers) =>
        _gateway.SendAsync(HttpMethod.Post, path, [("Accept", "text/html"), .. headers]);

    // The line is written after the answer has left.
    async Task<IReadOnlyList<string>> WrittenAsync(int lines)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            var access = _gateway.Log.All.Where(x => x.StartsWith("Helpdesk.Gateway.Access", StringComparison.Ordinal)).ToList();
            if (access.Count >= lines || waited.Elapsed > TimeSpan.FromMinutes(1))
                return access;
        }
    }
}
