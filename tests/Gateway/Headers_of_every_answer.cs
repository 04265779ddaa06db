using System.Net;

namespace Helpdesk.Gateway.Tests;

public sealed class Headers_of_every_answer : IAsyncLifetime
{
    Upstream _service = null!;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.Server = "secret/1.0";
            context.Response.Headers["X-Powered-By"] = "secret";
            if (context.Request.Path == "/api/attachments/1")
                (context.Response.Headers.ContentSecurityPolicy, context.Response.Headers.CacheControl) =
                    ("sandbox", "private, max-age=60");
            context.Response.StatusCode = context.Request.Path == "/api/tickets/fault" ? 500 : 200;
            return context.Response.WriteAsync("x");
        });
        _gateway = await TestGateway.StartAsync(_service, "--KnownProxies=127.0.0.1", "--Limits:AnonymousPerMinute=5",
            "--services:notification:http:0=" + Upstream.DeadAddress);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/api/categories", 200)]
    [InlineData("GET", "/api/tickets/fault", 500)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/api/deliveries", 502)]
    public async Task SE7_tell_the_browser_to_be_careful_on_success_and_on_error(string method, string path, int status)
    {
        var response = await _gateway.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)response.StatusCode);
        AssertCareful(response);
    }

    [Fact]
    public async Task SE7_are_on_refusals_by_limit_too()
    {
        HttpResponseMessage response;
        do
            response = await _gateway.GetAsync("/api/categories");
        while (response.StatusCode == HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        AssertCareful(response);
    }

    [Fact]
    public async Task A_service_may_be_stricter_about_its_own_answer()
    {
        var response = await _gateway.GetAsync("/api/attachments/1");
        Assert.Equal("sandbox", response.Header("Content-Security-Policy"));
        Assert.Equal("private, max-age=60", response.Header("Cache-Control"));
    }

    [Fact]
    public async Task SE7_demand_https_of_whoever_came_by_https()
    {
        Assert.Null((await _gateway.GetAsync("/api/categories")).Header("Strict-Transport-Security"));
        var secure = await _gateway.GetAsync("/api/categories", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"));
        Assert.StartsWith("max-age=31536000", secure.Header("Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_origin_may_read_answers_unless_it_is_listed()
    {
        Assert.Null((await _gateway.GetAsync("/api/categories", ("Origin", "https://desk.example"))).Header("Access-Control-Allow-Origin"));

        await using var open = await TestGateway.StartAsync(_service, "--Cors:Origins=https://desk.example");
        Assert.Equal("https://desk.example", (await open.GetAsync("/api/categories", ("Origin", "https://desk.example")))
            .Header("Access-Control-Allow-Origin"));
        Assert.Null((await open.GetAsync("/api/categories", ("Origin", "https://evil.example"))).Header("Access-Control-Allow-Origin"));
        var preflight = await open.SendAsync(HttpMethod.Options, "/api/tickets", ("Origin", "https://desk.example"),
            ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "idempotency-key"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("idempotency-key", preflight.Header("Access-Control-Allow-Headers"));
    }

    static void AssertCareful(HttpResponseMessage response)
    {
        Assert.StartsWith("default-src 'none'; frame-ancestors 'none'", response.Header("Content-Security-Policy"),
            StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Equal("same-origin", response.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", response.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.NotNull(response.Header("X-Request-Id"));
        Assert.NotNull(response.Header("Cache-Control"));
        Assert.Null(response.Header("Server"));
        Assert.Null(response.Header("X-Powered-By"));
    }
}
