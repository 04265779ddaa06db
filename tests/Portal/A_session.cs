using System.Net;

namespace Helpdesk.Portal.Tests;

public sealed class A_session(PortalHost portal)
{
    static readonly object NoTickets = new { items = Array.Empty<object>(), more = false };

    [Theory]
    [InlineData(204)]
    [InlineData(503)]
    public async Task Ends_here_and_at_Identity_when_its_owner_signs_out_and_here_if_Identity_is_away(int status)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("DELETE", "/api/sessions/current", status);
        browser.Services.On("GET", "/api/tickets", 200, NoTickets);

        var seen = await browser.SendAsync(await browser.GetAsync("/tickets"), "/sign-out", Token(await browser.GetAsync("/register")));

        Assert.Equal("/sign-in", seen.Location);
        Assert.Contains("expires=Thu, 01 Jan 1970", seen.Session, StringComparison.Ordinal);
        Assert.Equal("Bearer access-1", Assert.Single(browser.Services.Of("DELETE", "/api/sessions/current")).Credential);
        Assert.Contains("You are signed out.", (await browser.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await browser.GetAsync("/tickets")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_was_revoked_ends_in_the_browser_too_and_comes_back_to_where_it_was()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.Refuse("GET", "/api/tickets", 401, "session-ended");
        browser.Services.Refuse("POST", "/api/sessions/refresh", 401, "session-ended");

        var seen = await browser.GetAsync("/tickets?view=all");

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?then=%2Ftickets%3Fview%3Dall&ended=true"), (seen.Status, seen.Location));
        Assert.Contains("expires=Thu, 01 Jan 1970", seen.Session, StringComparison.Ordinal);
        Assert.Contains("Your session has ended", (await browser.GetAsync(seen.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_was_revoked_while_a_form_was_open_leads_back_to_its_page()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        var page = await browser.GetAsync("/account/password");
        browser.Services.Refuse("PUT", "/api/accounts/me/password", 401, "session-ended");
        browser.Services.Refuse("POST", "/api/sessions/refresh", 401, "session-ended");

        var seen = await browser.SendAsync(page, "/account/password", ("Current", "a quiet harbour"), ("New", "another quiet harbour"));

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?then=%2Faccount%2Fpassword&ended=true"), (seen.Status, seen.Location));
    }

    [Fact]
    public async Task Whose_roles_changed_goes_on_with_another_token()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/tickets", asked => asked.Credential == "Bearer access-2" ? (200, NoTickets) : (401, null));
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-2", "refresh-2"));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tickets")).Status);
        Assert.Equal(browser.Refresh, Assert.Single(browser.Services.Of("POST", "/api/sessions/refresh")).Text("refreshToken"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tickets")).Status);
        Assert.Single(browser.Services.Of("POST", "/api/sessions/refresh"));
    }

    [Theory]
    [InlineData(true, false, "/account/password")]
    [InlineData(false, true, "/account/two-factor")]
    public async Task With_something_to_do_first_leads_there_before_anything_else(bool password, bool twoFactor, string to)
    {
        using var browser = portal.Open();
        await browser.SignInAsync(mustChangePassword: password, mustSetUpTwoFactor: twoFactor);
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana());

        foreach (var path in new[] { "/tickets", "/account", "/account/sessions", "/new", "/" })
            Assert.Equal(to, (await browser.GetAsync(path)).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(to)).Status);
        Assert.Empty(browser.Services.Of("GET", "/api/tickets"));
    }

    [Fact]
    public async Task Whose_owner_chose_a_password_of_their_own_goes_where_they_wanted_with_all_their_roles()
    {
        using var browser = portal.Open();
        await browser.SignInAsync(mustChangePassword: true);
        browser.Services.On("PUT", "/api/accounts/me/password", 204);
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-2", "refresh-2"));
        browser.Services.On("GET", "/api/tickets", 200, NoTickets);

        var seen = await browser.SendAsync(await browser.GetAsync("/account/password"), "/account/password",
            ("Current", "a quiet harbour"), ("New", "another quiet harbour"));

        Assert.Equal("/tickets", seen.Location);
        Assert.Contains("Your password has been changed.", (await browser.GetAsync("/tickets")).Text, StringComparison.Ordinal);
        Assert.Equal("Bearer access-2", Assert.Single(browser.Services.Of("GET", "/api/tickets")).Credential);
    }

    static (string, string) Token(PageResponse page) => page.Hidden.Single(x => x.Name == "__RequestVerificationToken");
}
