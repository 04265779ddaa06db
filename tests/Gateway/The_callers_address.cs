using System.Net;
using Helpdesk.ServiceDefaults.Forwarding;

namespace Helpdesk.Gateway.Tests;

public sealed class The_callers_address : IAsyncLifetime
{
    Upstream _service = null!;

    public async ValueTask InitializeAsync() => _service = await Upstream.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task F23_a_strangers_header_does_not_get_round_the_limit()
    {
        await using var gateway = await TestGateway.StartAsync(_service, "--Limits:AnonymousPerMinute=3");
        var caller = 0;

        Assert.Equal(3, await Too_many_requests.AcceptedOfAsync(6,
            () => gateway.GetAsync("/api/categories", ("X-Forwarded-For", $"10.1.1.{caller++}"))));
    }

    [Fact]
    public async Task F23_what_a_stranger_says_about_themselves_does_not_reach_the_services()
    {
        await using var gateway = await TestGateway.StartAsync(_service);
        await gateway.GetAsync("/api/categories", ("X-Forwarded-For", "10.1.1.1"), ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Prefix", "/evil"),
            ("Forwarded", "for=10.1.1.1"), ("X-Real-IP", "10.1.1.1"), ("X-Original-For", "10.1.1.1"));

        var headers = _service.Arrivals.Single().Headers;
        Assert.Equal("127.0.0.1", headers["X-Forwarded-For"]);
        Assert.Equal("http", headers["X-Forwarded-Proto"]);
        Assert.Equal(gateway.Address.Authority, headers["X-Forwarded-Host"]);
        Assert.DoesNotContain(headers.Values, x =>
            x.Contains("10.1.1.1", StringComparison.Ordinal) || x.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_known_proxys_word_is_taken_and_only_its_own()
    {
        await using var gateway = await TestGateway.StartAsync(_service, "--KnownProxies=10.9.9.9, 127.0.0.0/8",
            "--Limits:AnonymousPerMinute=1");

        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/categories", ("X-Forwarded-For", "1.1.1.1, 203.0.113.7, 10.9.9.9"),
            ("X-Forwarded-Proto", "https"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/categories", ("X-Forwarded-For", "203.0.113.8"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests,
            (await gateway.GetAsync("/api/categories", ("X-Forwarded-For", "2.2.2.2, 203.0.113.7"))).StatusCode);
        Assert.Equal(["203.0.113.7", "203.0.113.8"], _service.Arrivals.Select(x => x.Headers["X-Forwarded-For"]));
    }

    [Fact]
    public async Task G18_is_told_with_a_key_of_the_installation_that_no_stranger_can_send_keep_or_take_away()
    {
        await using var gateway = await TestGateway.StartAsync(_service, "--KnownProxies=127.0.0.1");
        await gateway.GetAsync("/api/categories");
        var key = _service.Arrivals.Single().Headers[ForwardingKey.Header];
        (string, string)[][] attempts =
        [
            [(ForwardingKey.Header, "made-up")],
            // One that was seen, in a request of one's own: what is said with it is the gateway's word all the same.
            [(ForwardingKey.Header, key), ("X-Forwarded-Host", "evil.example"), ("X-Real-IP", "10.1.1.1")],
            [("Connection", $"close, {ForwardingKey.Header}, X-Forwarded-For"), (ForwardingKey.Header, "made-up")],
            [(ForwardingKey.Header.ToUpperInvariant(), "made-up"), (ForwardingKey.Header, key)],
        ];
        foreach (var headers in attempts)
            await gateway.GetAsync("/api/categories", headers);

        Assert.Equal(5, _service.Arrivals.Count);
        Assert.All(_service.Arrivals, x => Assert.True(gateway.IsBelieved(x)));
        Assert.All(_service.Arrivals, x => Assert.Equal("127.0.0.1", x.Headers["X-Forwarded-For"]));
        Assert.All(_service.Arrivals, x => Assert.Equal(gateway.Address.Authority, x.Headers["X-Forwarded-Host"]));
        Assert.DoesNotContain(_service.Arrivals.SelectMany(x => x.Headers.Values), x => x.Contains("made-up", StringComparison.Ordinal));
        Assert.DoesNotContain(_service.Arrivals.SelectMany(x => x.Headers.Keys), x => x == "X-Real-IP");
    }

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("::ffff:203.0.113.7")]
    [InlineData("64:ff9b::cb00:7107")]
    [InlineData("2002:cb00:7107:1::5")]
    [InlineData("203.0.113.7:4711")]
    public async Task G18_another_spelling_of_an_address_has_no_minute_of_its_own(string spelling)
    {
        await using var gateway = await TestGateway.StartAsync(_service, "--KnownProxies=127.0.0.1", "--Limits:AnonymousPerMinute=1");
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/categories", ("X-Forwarded-For", "203.0.113.7"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await gateway.GetAsync("/api/categories", ("X-Forwarded-For", spelling))).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_a_whole_ipv6_network_counts_as_one()
    {
        await using var gateway = await TestGateway.StartAsync(_service, "--KnownProxies=127.0.0.1", "--Limits:AnonymousPerMinute=2");
        var caller = 1;

        Assert.Equal(2, await Too_many_requests.AcceptedOfAsync(4,
            () => gateway.GetAsync("/api/categories", ("X-Forwarded-For", $"2001:db8:0:1::{caller++:x}"))));
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/categories", ("X-Forwarded-For", "2001:db8:0:2::1"))).StatusCode);
    }

    [Theory]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void An_address_has_one_spelling(string address, string network) =>
        Assert.Equal(network, ServiceDefaults.ClientNetwork.Of(IPAddress.Parse(address)));

    [Fact]
    public async Task A_proxy_that_is_no_address_is_refused_at_the_start()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestGateway.StartAsync(_service, "--KnownProxies=loadbalancer"));
        Assert.Contains("loadbalancer", refusal.Message, StringComparison.Ordinal);
    }
}
