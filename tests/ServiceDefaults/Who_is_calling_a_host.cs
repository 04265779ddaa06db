using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>A host that says what it knows of its caller.</summary>
public sealed class Who_is_calling_a_host : IAsyncLifetime
{
    readonly TestClock _clock = new();
    readonly string _keys = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    WebApplication _host = null!;
    HttpClient _client = null!;

    ForwardingKey Key => _host.Services.GetRequiredService<ForwardingKey>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            // What an orchestrator may set for the framework's own mechanism, which believes everybody.
            [$"--DataProtection:Keys={_keys}", "--ForwardedHeaders_Enabled=true"]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(_clock);
        _host = builder.AddServiceDefaults("test").Build().UseServiceDefaults();
        _host.MapGet("/caller", (HttpContext context) =>
        {
            var left = context.Request.Headers.Keys.Where(x => ForwardedCaller.Headers.Contains(x, StringComparer.OrdinalIgnoreCase));
            return string.Join(' ', ClientNetwork.Of(context), context.Request.Scheme, context.Request.Host, string.Join(',', left));
        }).AllowAnonymous();
        await _host.StartAsync();
        _client = new() { BaseAddress = new Uri(_host.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_keys, true);
    }

    string Connection => $"127.0.0.1 http {_client.BaseAddress!.Authority} ";

    [Fact]
    public async Task G18_is_told_by_a_host_with_the_key_and_by_nobody_else()
    {
        Assert.Equal("203.0.113.7 https desk.example ", await AskAsync(Key.Current()));
        Assert.Equal(Connection, await AskAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    [InlineData("true")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("****")]
    public async Task G18_a_key_that_is_made_up_is_none(string key) => Assert.Equal(Connection, await AskAsync(key));

    [Fact]
    public async Task G18_neither_is_one_with_a_changed_end_a_seal_of_another_kind_one_of_other_keys_or_one_of_two()
    {
        var key = Key.Current();
        Assert.Equal(Connection, await AskAsync(key[..^1] + (key[^1] == 'A' ? 'B' : 'A')));
        var protector = _host.Services.GetRequiredService<ValueProtector>();
        Assert.Equal(Connection, await AskAsync(protector.Protect(new TrackingSecret("x"), TimeSpan.FromMinutes(1))));
        var others = new ForwardingKey(new ValueProtector(new EphemeralDataProtectionProvider(), _clock), _clock);
        Assert.Equal(Connection, await AskAsync(others.Current()));
        Assert.Equal(Connection, await AskAsync("made-up", key));
    }

    [Fact]
    public async Task G18_a_key_is_good_for_minutes_and_another_comes_before_it_ends()
    {
        var first = Key.Current();
        Assert.Equal(first, Key.Current());
        _clock.Advance(TimeSpan.FromMinutes(4));
        var second = Key.Current();
        Assert.NotEqual(first, second);
        Assert.StartsWith("203.0.113.7 ", await AskAsync(first), StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Connection, await AskAsync(first));
        Assert.StartsWith("203.0.113.7 ", await AskAsync(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("X-Original-For")]
    [InlineData("x-forwarded-PREFIX")]
    public async Task G18_other_headers_of_that_kind_mean_nothing_and_are_gone(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/caller");
        request.Headers.TryAddWithoutValidation(header, "203.0.113.7");
        Assert.Equal(Connection, await ReadAsync(request));
    }

    [Theory]
    [InlineData("10.0.0.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("64:ff9b::203.0.113.7", "203.0.113.7")]
    [InlineData("2002:cb00:7107:ffff::1", "203.0.113.7")]
    [InlineData("2001:DB8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("[2001:db8:1:2::1]:443", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%7", "fe80::/64")]
    [InlineData("unknown", "127.0.0.1")]
    [InlineData("203.0.113.7; drop", "127.0.0.1")]
    public async Task G18_an_address_has_one_spelling_for_the_limits(string told, string network)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/caller");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", told);
        request.Headers.TryAddWithoutValidation(ForwardingKey.Header, Key.Current());
        Assert.StartsWith(network + " http ", await ReadAsync(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript")]
    [InlineData("https, http")]
    [InlineData("HTTPS")]
    public async Task G18_a_scheme_that_is_none_is_not_taken_over(string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/caller");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", scheme);
        request.Headers.TryAddWithoutValidation(ForwardingKey.Header, Key.Current());
        Assert.Equal(Connection, await ReadAsync(request));
    }

    Task<string> AskAsync(params string[] keys)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/caller");
        (string, string)[] told =
            [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "desk.example")];
        foreach (var (name, value) in told)
            request.Headers.TryAddWithoutValidation(name, value);
        foreach (var key in keys)
            request.Headers.TryAddWithoutValidation(ForwardingKey.Header, key);
        return ReadAsync(request);
    }

    async Task<string> ReadAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await _client.SendAsync(request, TestContext.Current.CancellationToken))
            return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
