using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Gateway.Tests;

public sealed class What_search_engines_and_logs_keep : IAsyncLifetime
{
    const string Secret = "qW3_x-7ZkP0aB9cD2eF4gH6jK8mN1pR5";

    Upstream _portal = null!;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Upstream.StartAsync();
        _gateway = await TestGateway.StartAsync(_portal, "--Logging:LogLevel:Default=Trace");
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task G20_robots_are_told_to_stay_away_from_the_API_and_from_secret_links()
    {
        var response = await _gateway.GetAsync("/robots.txt");
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var rules = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal("User-agent: *", rules[0]);
        string[] paths =
            ["/api", "/t/", "/opened/", "/uploads/", "/invitation/", "/confirmation/", "/password-reset/", "/tickets", "/account"];
        foreach (var path in paths)
            Assert.Contains($"Disallow: {path}", rules);
        Assert.Empty(_portal.Arrivals);
        Assert.Equal(HttpStatusCode.OK, (await _gateway.SendAsync(HttpMethod.Head, "/robots.txt")).StatusCode);
    }

    [Theory]
    [InlineData("/t/" + Secret)]
    [InlineData("/t/" + Secret + "/print")]
    [InlineData("/T//" + Secret)]
    [InlineData("/opened/" + Secret)]
    [InlineData("/uploads/" + Secret)]
    [InlineData("/invitation/" + Secret)]
    [InlineData("/confirmation/" + Secret)]
    [InlineData("/password-reset/" + Secret)]
    [InlineData("/x/" + Secret + ".")]
    [InlineData("/api/categories")]
    public async Task G20_a_secret_link_is_not_kept_by_a_search_engine(string path) =>
        Assert.Equal("noindex, nofollow", (await _gateway.GetAsync(path)).Header("X-Robots-Tag"));

    [Theory]
    [InlineData("/")]
    [InlineData("/new")]
    [InlineData("/password-reset")]
    [InlineData("/robots.txt")]
    public async Task G20_other_pages_may_be(string path) => Assert.Null((await _gateway.GetAsync(path)).Header("X-Robots-Tag"));

    [Theory]
    [InlineData("/t//{0}")]
    [InlineData("/t/%2f{0}")]
    [InlineData("/t%2F{0}")]
    [InlineData("/t/%252f{0}")]
    [InlineData("//t/{0}")]
    [InlineData("/T/{0}")]
    [InlineData("/t/{0}/")]
    [InlineData("/t/{0}.")]
    [InlineData("/t/{0}%22")]
    [InlineData("/t/{0}\"")]
    [InlineData("/x/t/{0}")]
    [InlineData("/t/../t/{0}")]
    [InlineData("/t;/{0}")]
    [InlineData("/{0}")]
    [InlineData("/api/tracking/{0}")]
    [InlineData("/api/nothing/{0}/x")]
    [InlineData("/t\\{0}")]
    [InlineData("http://x/t//{0}")]
    public async Task G20_a_link_that_is_slightly_wrong_is_in_clear_in_no_log(string path)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Address.Port, TestContext.Current.CancellationToken);
        var stream = tcp.GetStream();
        var target = path.Replace("{0}", Secret, StringComparison.Ordinal);
        var request = Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);

        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(1);)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            if (_gateway.Log.All.Any(x => x.StartsWith("Helpdesk.Gateway.Access", StringComparison.Ordinal)))
                break;
        }

        Assert.Contains(_gateway.Log.All, x => x.Contains("***", StringComparison.Ordinal));
        Assert.DoesNotContain(_gateway.Log.All, x => x.Contains(Secret[..16], StringComparison.Ordinal));
    }
}
