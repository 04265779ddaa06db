using System.Net;

namespace Helpdesk.Portal.Tests;

public sealed class Signing_in(PortalHost portal)
{
    [Theory]
    [InlineData("http://portal.example", false)]
    [InlineData("https://portal.example", true)]
    public async Task Keeps_the_session_in_a_cookie_that_no_script_and_no_other_site_can_use(string address, bool secure)
    {
        using var browser = portal.Open(address);
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of("access-1", "refresh-1"));

        var seen = await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("Email", " ana@example.org "),
            ("Password", "a quiet harbour"));

        Assert.Equal((HttpStatusCode.Redirect, "/tickets"), (seen.Status, seen.Location));
        Assert.Contains("httponly", seen.Session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", seen.Session, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(secure, seen.Session!.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("access-1", seen.Session, StringComparison.Ordinal);
        Assert.Equal("ana@example.org", Assert.Single(browser.Services.Of("POST", "/api/sessions")).Text("email"));
    }

    [Theory]
    [InlineData("/account/sessions", "/account/sessions")]
    [InlineData("/tickets?view=all&q=a", "/tickets?view=all&q=a")]
    [InlineData("https://evil.example/", "/tickets")]
    [InlineData("//evil.example/", "/tickets")]
    [InlineData("/\\evil.example/", "/tickets")]
    [InlineData("javascript:alert(1)", "/tickets")]
    public async Task Leads_on_to_pages_of_ours_only(string then, string to)
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of("access-1", "refresh-1"));

        var page = await browser.GetAsync("/sign-in?then=" + Uri.EscapeDataString(then));
        var seen = await browser.SendAsync(page, "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour"));

        Assert.Equal((HttpStatusCode.Redirect, to), (seen.Status, seen.Location));
        Assert.Equal(to, (await browser.GetAsync("/sign-in?then=" + Uri.EscapeDataString(then))).Location);
    }

    [Fact]
    public async Task With_a_wrong_password_says_what_helps_and_keeps_the_address()
    {
        using var browser = portal.Open();
        browser.Services.Refuse("POST", "/api/sessions", 401, "sign-in-refused");

        var seen = await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("Email", "ana@example.org"),
            ("Password", "not-this-one"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("locked for a while", seen.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"ana@example.org\"", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("not-this-one", seen.Html, StringComparison.Ordinal);
        Assert.Null(seen.Session);
    }

    [Theory]
    [InlineData(403, "account-suspended", "suspended")]
    [InlineData(429, "too-many-requests", "Too many attempts")]
    [InlineData(503, "unavailable", "is not responding")]
    public async Task That_is_refused_says_why(int status, string type, string words)
    {
        using var browser = portal.Open();
        browser.Services.Refuse("POST", "/api/sessions", status, type);

        var seen = await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("Email", "ana@example.org"),
            ("Password", "a quiet harbour"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_nobody_when_the_form_is_not_filled_in()
    {
        using var browser = portal.Open();

        var seen = await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("Email", "ana"), ("Password", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("Enter your password.", seen.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", "/api/sessions"));
    }

    [Fact]
    public async Task F17_from_a_browser_that_did_so_before_shows_its_mark_also_after_signing_out()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of("access-1", "refresh-1"));
        var first = await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("Email", "ana@example.org"),
            ("Password", "a quiet harbour"));
        var kept = Assert.Single(first.Cookies, x => x.StartsWith("device=", StringComparison.Ordinal));
        Assert.Contains("httponly", kept, StringComparison.OrdinalIgnoreCase);
        await browser.SendAsync(await browser.GetAsync("/account/password"), "/sign-out");

        await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("Email", "ana@example.org"),
            ("Password", "a quiet harbour"));

        var asked = browser.Services.Of("POST", "/api/sessions");
        Assert.Equal([null, "device-of-access-1"], asked.Select(x => x.Text("deviceToken")));
    }

    [Fact]
    public async Task With_a_second_step_begins_the_session_after_the_code()
    {
        using var browser = portal.Open();
        browser.Services.Refuse("POST", "/api/sessions", 401, "two-factor-required", ticket: "sealed-ticket");
        browser.Services.Refuse("POST", "/api/sessions/second-factor", 401, "code-refused");

        var step = await browser.SendAsync(await browser.GetAsync("/sign-in?then=/account"), "/sign-in", ("Email", "ana@example.org"),
            ("Password", "a quiet harbour"));
        Assert.Equal(HttpStatusCode.OK, step.Status);
        Assert.Null(step.Session);
        var wrong = await browser.SendAsync(step, "/sign-in?handler=Code", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("code is wrong", wrong.Text, StringComparison.Ordinal);
        browser.Services.On("POST", "/api/sessions/second-factor", 200, Sessions.Of("access-1", "refresh-1"));
        var seen = await browser.SendAsync(wrong, "/sign-in?handler=Code", ("Code", "123 456"));

        Assert.Equal((HttpStatusCode.Redirect, "/account"), (seen.Status, seen.Location));
        Assert.NotNull(seen.Session);
        var given = browser.Services.Of("POST", "/api/sessions/second-factor");
        Assert.Equal(["sealed-ticket", "sealed-ticket"], given.Select(x => x.Text("ticket")));
        Assert.Equal("123456", given[1].Text("code"));
    }

    [Fact]
    public async Task Begins_again_when_the_second_step_took_too_long()
    {
        using var browser = portal.Open();
        browser.Services.Refuse("POST", "/api/sessions", 401, "two-factor-required", ticket: "sealed-ticket");
        browser.Services.Refuse("POST", "/api/sessions/second-factor", 401, "sign-in-expired");

        var step = await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("Email", "ana@example.org"),
            ("Password", "a quiet harbour"));
        var seen = await browser.SendAsync(step, "/sign-in?handler=Code", ("Code", "123456"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("name=\"Password\"", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("sealed-ticket", seen.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tickets", "/sign-in?then=%2Ftickets")]
    [InlineData("/account", "/sign-in?then=%2Faccount")]
    [InlineData("/account/two-factor", "/sign-in?then=%2Faccount%2Ftwo-factor")]
    [InlineData("/tickets/export?format=csv", "/sign-in?then=%2Ftickets%2Fexport%3Fformat%3Dcsv")]
    public async Task Is_where_a_page_of_ones_own_leads_a_stranger(string path, string to)
    {
        using var browser = portal.Open();
        Assert.EndsWith(to, (await browser.GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Requests);
    }
}
