using Helpdesk.ServiceDefaults.Forwarding;

namespace Helpdesk.Portal.Tests;

/// <summary>By way of the gateway, as every browser comes.</summary>
public sealed class Cookies_of_a_browser
{
    static readonly string Ticket = $"/t/{new string('A', 32)}";

    [Fact]
    public async Task G18_are_all_Secure_when_it_came_by_HTTPS()
    {
        await using var both = await PortalBehindGateway.StartAsync(tls: true);
        using var browser = both.Open();
        var cookies = await AllAsync(browser);

        Assert.All(cookies.Values, x => Assert.Contains("; secure", x, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies.Values, x => Assert.Contains("; httponly", x, StringComparison.OrdinalIgnoreCase));
        string[] names = ["__Host-device", "flash", "form", "helpdesk", "language", "temp", "theme"];
        Assert.Equal(names, cookies.Keys.Order(StringComparer.Ordinal));
        // What the prefix demands, or a browser throws it away.
        Assert.Contains("; path=/;", cookies["__Host-device"], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookies["__Host-device"], StringComparison.OrdinalIgnoreCase);
        var told = browser.Services.Of("POST", "/api/sessions")[^1].Headers;
        Assert.Equal(("https", both.Gateway.Authority), (told["X-Forwarded-Proto"], told["X-Forwarded-Host"]));
    }

    [Fact]
    public async Task G18_are_kept_by_a_browser_without_HTTPS_too_but_for_what_only_HTTPS_may_carry()
    {
        await using var both = await PortalBehindGateway.StartAsync(tls: false);
        using var browser = both.Open();
        var cookies = await AllAsync(browser);

        Assert.All(cookies.Values, x => Assert.DoesNotContain("; secure", x, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("device", cookies.Keys);
        Assert.DoesNotContain(cookies.Keys, x => x.StartsWith("__", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G18_are_Secure_behind_a_known_proxy_that_says_https_and_not_by_a_strangers_word()
    {
        await using var known = await PortalBehindGateway.StartAsync(tls: false, "--KnownProxies=127.0.0.1");
        using var browser = known.Open(null, ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"));
        Assert.All(await FirstAsync(browser), x => Assert.Contains("; secure", x, StringComparison.OrdinalIgnoreCase));

        await using var open = await PortalBehindGateway.StartAsync(tls: false);
        (string, string)[] claims = [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), (ForwardingKey.Header, "made-up")];
        using var stranger = open.Open(null, claims);
        Assert.All(await FirstAsync(stranger), x => Assert.DoesNotContain("; secure", x, StringComparison.OrdinalIgnoreCase));
        using var beside = open.Open(open.Portal, claims);
        Assert.All(await FirstAsync(beside), x => Assert.DoesNotContain("; secure", x, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task G18_the_services_hear_the_browsers_address_from_the_Portal_with_the_key_and_nobody_elses_word()
    {
        await using var both = await PortalBehindGateway.StartAsync(tls: false, "--KnownProxies=127.0.0.1");
        using var known = both.Open(null, ("X-Forwarded-For", "203.0.113.7"));
        using var beside = both.Open(both.Portal, ("X-Forwarded-For", "203.0.113.7"), (ForwardingKey.Header, "made-up"));
        foreach (var (browser, address) in new[] { (known, "203.0.113.7"), (beside, "127.0.0.1") })
        {
            await browser.GetAsync(Ticket);
            var heard = browser.Services.Of("GET", "/api/tracking").Single().Headers;
            Assert.Equal(address, heard["X-Forwarded-For"]);
            Assert.True(both.IsBelieved(heard[ForwardingKey.Header]));
        }
    }

    /// <summary>Every cookie that any page sets, by name.</summary>
    static async Task<Dictionary<string, string>> AllAsync(Browser browser)
    {
        var seen = new List<PageResponse>();
        Tickets.Show(browser, Tickets.Of(Guid.CreateVersion7(), 1));
        browser.Services.On("PUT", $"{Tickets.Api}/closure", 204);
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of("access-1", browser.Refresh));
        seen.Add(await browser.GetAsync("/sign-in"));
        seen.Add(await browser.SendAsync(seen[0], "/appearance", ("language", "es"), ("theme", "dark")));
        seen.Add(await browser.SendAsync(await browser.GetAsync(Ticket), $"{Ticket}?handler=close"));
        seen.Add(await browser.SendAsync(seen[0], "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour")));
        seen.Add(await browser.SendAsync(await browser.GetAsync("/register"), "/sign-out"));
        return seen.SelectMany(x => x.Cookies).Where(x => !x.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal))
            .GroupBy(x => x.StartsWith(".AspNetCore.Mvc.CookieTempDataProvider", StringComparison.Ordinal) ? "temp" : x.Split('=')[0])
            .ToDictionary(x => x.Key, x => x.First());
    }

    static async Task<IReadOnlyList<string>> FirstAsync(Browser browser)
    {
        var cookies = (await browser.GetAsync("/sign-in")).Cookies;
        Assert.NotEmpty(cookies);
        return cookies;
    }
}
