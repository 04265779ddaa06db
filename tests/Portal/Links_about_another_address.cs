using System.Net;

namespace Helpdesk.Portal.Tests;

public sealed class Links_about_another_address(PortalHost portal)
{
    const string Path = "/confirmation/s3cret";

    static object Found(bool asks, string current = "ana@old.example") => new
    {
        purpose = "EmailChange",
        name = "Ana Paz",
        email = "ana@new.example",
        currentEmail = current,
        language = "en",
        expiresAt = DateTimeOffset.UtcNow.AddHours(2),
        asksForPassword = false,
        asksForCurrentPassword = asks,
    };

    [Theory]
    [InlineData("en", "The account currently uses ana@old.example.", "close this page and nothing happens")]
    [InlineData("es", "La cuenta usa actualmente ana@old.example.", "cierra esta página y no pasará nada")]
    public async Task G3_name_the_account_and_ask_who_is_not_signed_in_for_its_password(string language, string current, string warning)
    {
        using var browser = portal.Open();
        await browser.SendAsync(await browser.GetAsync("/sign-in"), "/appearance", ("language", language));
        browser.Services.On("POST", "/api/links/lookups", 200, Found(asks: true));

        var seen = await browser.GetAsync(Path);

        Assert.Contains(current, seen.Text, StringComparison.Ordinal);
        Assert.Contains(warning, seen.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"CurrentPassword\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G3_hand_the_password_on_and_lead_to_signing_in()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(asks: true));
        browser.Services.On("POST", "/api/links/acceptances", 200, new { deviceToken = (string?)null });

        var seen = await browser.SendAsync(await browser.GetAsync(Path), Path, ("CurrentPassword", "some quiet harbour"));

        Assert.Equal("/sign-in", seen.Location);
        var accepted = Assert.Single(browser.Services.Of("POST", "/api/links/acceptances"));
        Assert.Equal(("s3cret", "some quiet harbour"), (accepted.Text("secret"), accepted.Text("currentPassword")));
    }

    [Fact]
    public async Task G3_change_nothing_without_the_password()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(asks: true));

        var seen = await browser.SendAsync(await browser.GetAsync(Path), Path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Empty(browser.Services.Of("POST", "/api/links/acceptances"));
    }

    [Fact]
    public async Task G3_say_so_when_the_password_is_wrong_and_do_not_show_it_again()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(asks: true));
        var wrong = new { currentPassword = new[] { "A sentence of Identity." } };
        browser.Services.Refuse("POST", "/api/links/acceptances", 400, "invalid", wrong);

        var seen = await browser.SendAsync(await browser.GetAsync(Path), Path, ("CurrentPassword", "a-wrong-password"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("This is not the password of that account", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-password", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G3_take_the_session_of_the_account_in_place_of_its_password()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(asks: false));
        browser.Services.On("POST", "/api/links/acceptances", 200, new { deviceToken = (string?)null });
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-2", "refresh-2"));

        var page = await browser.GetAsync(Path);
        Assert.DoesNotContain("type=\"password\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("The account currently uses ana@old.example.", page.Text, StringComparison.Ordinal);
        Assert.Equal("/account", (await browser.SendAsync(page, Path)).Location);
        Assert.StartsWith("Bearer ", browser.Services.Of("POST", "/api/links/acceptances").Single().Credential, StringComparison.Ordinal);
        Assert.StartsWith("Bearer ", browser.Services.Of("POST", "/api/links/lookups")[0].Credential, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G3_ask_for_the_password_when_the_session_ended_meanwhile()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(asks: false));
        browser.Services.Refuse("POST", "/api/links/acceptances", 400, "invalid", new { currentPassword = new[] { "Sign in." } });

        var seen = await browser.SendAsync(await browser.GetAsync(Path), Path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("name=\"CurrentPassword\"", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G3_about_the_same_address_name_no_other()
    {
        using var browser = portal.Open();
        browser.Services.On("POST", "/api/links/lookups", 200, Found(asks: true, current: "ana@new.example"));

        var seen = await browser.GetAsync(Path);

        Assert.DoesNotContain("The account currently uses", seen.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"CurrentPassword\"", seen.Html, StringComparison.Ordinal);
    }
}
