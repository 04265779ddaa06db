using System.Net;

namespace Helpdesk.Portal.Tests;

public sealed class My_account(PortalHost portal)
{
    [Fact]
    public async Task Keeps_what_is_not_on_the_page_when_it_is_saved_and_shows_the_new_name()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana());
        browser.Services.On("PUT", "/api/accounts/me", 200, Accounts.Ana());
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-2", "refresh-2", "Ana María Paz"));

        var seen = await browser.SendAsync(await browser.GetAsync("/account"), "/account", ("Name", " Ana María Paz "), ("Language", "es"),
            ("TimeZone", ""));

        Assert.Equal("/account", seen.Location);
        var saved = Assert.Single(browser.Services.Of("PUT", "/api/accounts/me"));
        Assert.Equal(("Ana María Paz", "es", null, "099 555", "Printers", 7L),
            (saved.Text("name"), saved.Text("language"), saved.Text("timeZone"), saved.Text("phone"), saved.Text("specialty"),
            saved.Json.GetProperty("version").GetInt64()));
        Assert.Contains("Ana Mar", (await browser.GetAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_was_changed_elsewhere_is_not_saved_over_and_what_was_typed_stays()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana());
        var page = await browser.GetAsync("/account");
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana(version: 8));
        browser.Services.Refuse("PUT", "/api/accounts/me", 409, "changed-meanwhile");

        var seen = await browser.SendAsync(page, "/account", ("Name", "Anita"), ("Language", "en"), ("TimeZone", "America/Lima"));

        Assert.Equal(7, Assert.Single(browser.Services.Of("PUT", "/api/accounts/me")).Json.GetProperty("version").GetInt64());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("changed somewhere else", seen.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Anita\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains(seen.Hidden, x => x == ("Version", "8"));
    }

    [Theory]
    [InlineData("current", "This is not your password")]
    [InlineData("new", "would be guessed too soon")]
    public async Task Says_beside_the_field_why_a_password_is_not_changed(string field, string words)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.Refuse("PUT", "/api/accounts/me/password", 400, "invalid", new Dictionary<string,
            string[]> { [field] = ["A sentence of Identity."] });

        var seen = await browser.SendAsync(await browser.GetAsync("/account/password"), "/account/password",
            ("Current", "a quiet harbour"), ("New", "another quiet harbour"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains($"id=\"{field}-error\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_another_address_only_by_a_mail_to_it()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana());
        browser.Services.On("PUT", "/api/accounts/me/email", 202);

        var seen = await browser.SendAsync(await browser.GetAsync("/account/email"), "/account/email", ("Email", "ana.paz@example.org"),
            ("Password", "a quiet harbour"));

        Assert.Equal("/account/email", seen.Location);
        var after = await browser.GetAsync("/account/email");
        Assert.Contains("An email is on its way", after.Text, StringComparison.Ordinal);
        Assert.Contains("You use ana@example.org", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_key_of_an_authenticator_as_a_picture_and_keeps_it_when_the_code_was_mistyped()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana());
        browser.Services.On("POST", "/api/accounts/me/two-factor", 201,
            new { key = "JBSWY3DPEHPK3PXP", uri = "otpauth://totp/x", picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>" });
        browser.Services.Refuse("PUT", "/api/accounts/me/two-factor", 400, "invalid", new { code = new[] { "A sentence of Identity." } });

        var key = await browser.SendAsync(await browser.GetAsync("/account/two-factor"), "/account/two-factor",
            ("Password", "a quiet harbour"));
        Assert.Equal(HttpStatusCode.OK, key.Status);
        Assert.Contains("data:image/svg+xml;base64,", key.Html, StringComparison.Ordinal);
        Assert.Contains("JBSWY3DPEHPK3PXP", key.Text, StringComparison.Ordinal);
        var wrong = await browser.SendAsync(key, "/account/two-factor?handler=Confirm", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("JBSWY3DPEHPK3PXP", wrong.Text, StringComparison.Ordinal);
        browser.Services.On("PUT", "/api/accounts/me/two-factor", 200, new { recoveryCodes = new[] { "aaaa-1111", "bbbb-2222" } });
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-2", "refresh-2"));
        var codes = await browser.SendAsync(wrong, "/account/two-factor?handler=Confirm", ("Code", "123 456"));

        Assert.Contains("bbbb-2222", codes.Text, StringComparison.Ordinal);
        Assert.Equal("123456", browser.Services.Of("PUT", "/api/accounts/me/two-factor")[^1].Text("code"));
        Assert.DoesNotContain("bbbb-2222", (await browser.GetAsync("/account/two-factor")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_no_picture_that_somebody_else_put_into_the_form()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana());
        browser.Services.Refuse("PUT", "/api/accounts/me/two-factor", 400, "invalid", new { code = new[] { "A sentence of Identity." } });

        var seen = await browser.SendAsync(await browser.GetAsync("/account/two-factor"), "/account/two-factor?handler=Confirm",
            ("Code", "000000"), ("Sealed", "made-up"));

        Assert.DoesNotContain("data:image", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_staff_may_not_turn_the_second_step_off_where_it_is_demanded()
    {
        using var browser = portal.Open();
        await browser.SignInAsync(roles: ["Agent"]);
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana(twoFactor: true));
        browser.Services.Refuse("DELETE", "/api/accounts/me/two-factor", 409, "two-factor-demanded");

        var seen = await browser.SendAsync(await browser.GetAsync("/account/two-factor"), "/account/two-factor?handler=Off",
            ("Password", "a quiet harbour"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("requires two-step verification", seen.Text, StringComparison.Ordinal);
        Assert.Equal("a quiet harbour", Assert.Single(browser.Services.Of("DELETE", "/api/accounts/me/two-factor")).Text("password"));
    }

    [Fact]
    public async Task Lists_its_sessions_by_device_and_ends_another_one()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        var (here, there) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        browser.Services.On("GET", "/api/sessions", 200, new
        {
            items = new[]
            {
                new { id = here, device = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                    address = "203.0.113.9", startedAt = DateTimeOffset.UtcNow, lastUsedAt = DateTimeOffset.UtcNow,
                    expiresAt = DateTimeOffset.UtcNow, current = true },
                new { id = there, device = "<b>Toaster</b>/1", address = "203.0.113.10", startedAt = DateTimeOffset.UtcNow,
                    lastUsedAt = DateTimeOffset.UtcNow, expiresAt = DateTimeOffset.UtcNow, current = false },
            },
            more = false,
        });
        browser.Services.On("DELETE", $"/api/sessions/{there}", 204);

        var page = await browser.GetAsync("/account/sessions");
        Assert.Contains("Firefox · Linux", page.Text, StringComparison.Ordinal);
        Assert.Contains("203.0.113.10", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Toaster", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Hidden, x => x.Value == here.ToString());
        var seen = await browser.SendAsync(page, "/account/sessions", ("id", there.ToString()));

        Assert.Equal("/account/sessions", seen.Location);
        Assert.Single(browser.Services.Of("DELETE", $"/api/sessions/{there}"));
    }

    [Fact]
    public async Task Offers_the_mails_that_there_are_words_for_and_saves_the_choice()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/preferences", 200, new
        {
            items = new[]
            {
                new { kind = "StatusChanged", mode = "AtOnce", @default = "AtOnce", choices = new[] { "AtOnce", "Never" } },
                new { kind = "SomethingNew", mode = "AtOnce", @default = "AtOnce", choices = new[] { "AtOnce", "Never" } },
            },
            digestEvery = "01:00:00",
        });
        browser.Services.On("PUT", "/api/preferences", 200, new { });

        var page = await browser.GetAsync("/account/mails");
        Assert.DoesNotContain("SomethingNew", page.Html, StringComparison.Ordinal);
        var seen = await browser.SendAsync(page, "/account/mails", ("Modes[StatusChanged]", "Never"));

        Assert.Equal("/account/mails", seen.Location);
        Assert.Equal("Never",
            Assert.Single(browser.Services.Of("PUT", "/api/preferences")).Json.GetProperty("modes")
                .GetProperty("StatusChanged").GetString());
    }

    [Fact]
    public async Task Is_away_for_a_moment_when_Identity_is()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.Refuse("GET", "/api/accounts/me", 503, "unavailable");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/account")).Status);
    }
}
