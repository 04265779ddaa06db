using System.Net;

namespace Helpdesk.Portal.Tests;

public sealed class Links_from_mails(PortalHost portal)
{
    static object Found(string purpose) => new
    {
        purpose, name = "Ana Paz", email = "ana@example.org", language = "en", expiresAt = DateTimeOffset.UtcNow.AddHours(2),
            asksForPassword = purpose != "EmailChange",
    };

    [Theory]
    [InlineData("/confirmation/s3cret", "Registration", "Almost there")]
    [InlineData("/confirmation/s3cret", "EmailChange", "Is this your email address?")]
    [InlineData("/invitation/s3cret", "Invitation", "Welcome")]
    [InlineData("/password-reset/s3cret", "PasswordReset", "Choose a new password")]
    public async Task Are_not_used_up_by_opening_them(string path, string purpose, string words)
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(purpose));

        var seen = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
        Assert.Equal("s3cret", Assert.Single(browser.Services.Requests).Text("secret"));
        Assert.Equal("/api/links/lookups", browser.Services.Requests.Single().Path);
    }

    [Theory]
    [InlineData("Registration")]
    [InlineData("Invitation")]
    [InlineData("PasswordReset")]
    public async Task Take_the_password_that_was_chosen_and_lead_to_signing_in(string purpose)
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(purpose));
        browser.Services.On("POST", "/api/links/acceptances", 204);

        var seen = await browser.SendAsync(await browser.GetAsync("/invitation/s3cret"), "/invitation/s3cret",
            ("Password", "some quiet harbour"));

        Assert.Equal("/sign-in", seen.Location);
        var accepted = Assert.Single(browser.Services.Of("POST", "/api/links/acceptances"));
        Assert.Equal(("s3cret", "some quiet harbour"), (accepted.Text("secret"), accepted.Text("password")));
        var next = await browser.GetAsync("/sign-in");
        Assert.Contains("Sign in with", next.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"ana@example.org\"", next.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_a_password_that_is_too_short_without_asking()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found("Invitation"));

        var seen = await browser.SendAsync(await browser.GetAsync("/invitation/s3cret"), "/invitation/s3cret", ("Password", "short"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("at least 12 characters. A few words", seen.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", "/api/links/acceptances"));
    }

    [Fact]
    public async Task Explain_in_our_words_a_password_that_Identity_refuses()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found("PasswordReset"));
        browser.Services.Refuse("POST", "/api/links/acceptances", 400, "invalid", new { password = new[] { "A sentence of Identity." } });

        var seen = await browser.SendAsync(await browser.GetAsync("/password-reset/s3cret"), "/password-reset/s3cret",
            ("Password", "passwordpassword"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("would be guessed too soon", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A sentence of Identity", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("passwordpassword", seen.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Registration", false)]
    [InlineData("Invitation", false)]
    [InlineData("PasswordReset", true)]
    public async Task Speak_of_a_current_password_only_where_there_is_one(string purpose, bool isThere)
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(purpose));
        browser.Services.Refuse("POST", "/api/links/acceptances", 400, "invalid", new { password = new[] { "A sentence of Identity." } });
        var seen = await browser.SendAsync(await browser.GetAsync("/invitation/s3cret"), "/invitation/s3cret",
            ("Password", "passwordpassword"));
        Assert.Contains("would be guessed too soon", seen.Text, StringComparison.Ordinal);
        Assert.Equal(isThere, seen.Text.Contains("your current one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirm_another_address_with_one_button_and_no_password()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("POST", "/api/links/lookups", 200, Found("EmailChange"));
        browser.Services.On("POST", "/api/links/acceptances", 204);
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-2", "refresh-2"));

        var page = await browser.GetAsync("/confirmation/s3cret");
        Assert.DoesNotContain("type=\"password\"", page.Html, StringComparison.Ordinal);
        var seen = await browser.SendAsync(page, "/confirmation/s3cret");

        Assert.Equal("/account", seen.Location);
        Assert.Single(browser.Services.Of("POST", "/api/links/acceptances"));
    }

    [Fact]
    public async Task That_work_no_more_say_what_to_do_instead()
    {
        using var browser = portal.Open();
        browser.Services.Refuse("POST", "/api/links/lookups", 404, "link-not-valid");

        var seen = await browser.GetAsync("/invitation/s3cret");

        Assert.Equal(HttpStatusCode.NotFound, seen.Status);
        Assert.Contains("This link no longer works", seen.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/password-reset\"", seen.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/register", "/api/registrations")]
    [InlineData("/password-reset", "/api/password-resets")]
    public async Task CU2_are_asked_for_and_the_page_never_tells_who_has_an_account(string path, string api)
    {
        using var browser = portal.Open();
        browser.Services.On("POST", api, 202);

        var seen = await browser.SendAsync(await browser.GetAsync(path), path, ("Name", " Ana Paz "), ("Email", "ana@example.org"),
            ("Language", "es"));

        Assert.Equal(path + "?sent=true", seen.Location, ignoreCase: true);
        Assert.Contains("Check your email", (await browser.GetAsync(seen.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal("ana@example.org", Assert.Single(browser.Services.Of("POST", api)).Text("email"));
    }

    [Theory]
    [InlineData("/register", "/api/registrations")]
    [InlineData("/password-reset", "/api/password-resets")]
    public async Task Are_not_asked_for_with_something_that_is_no_address(string path, string api)
    {
        using var browser = portal.Open();

        var seen = await browser.SendAsync(await browser.GetAsync(path), path, ("Name", "Ana Paz"), ("Email", "ana"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("value=\"ana\"", seen.Html, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", api));
    }
}
