using System.Net;

namespace Helpdesk.Portal.Tests;

public sealed class Forms_of_another_site(PortalHost portal)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in?handler=Code")]
    [InlineData("/sign-out")]
    [InlineData("/register")]
    [InlineData("/password-reset")]
    [InlineData("/password-reset/secret")]
    [InlineData("/confirmation/secret")]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/email")]
    [InlineData("/account/two-factor")]
    [InlineData("/account/two-factor?handler=Confirm")]
    [InlineData("/account/two-factor?handler=Off")]
    [InlineData("/account/sessions")]
    [InlineData("/account/mails")]
    [InlineData("/new?handler=Send")]
    [InlineData("/appearance")]
    public async Task F6_do_nothing_without_the_token_of_our_page(string path)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        var before = browser.Services.Requests.Count;

        var seen = await browser.PostAsync(path, ("Email", "eve@example.org"), ("Password", "a quiet harbour"), ("Name", "Eve"),
            ("New", "another quiet harbour"));

        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.Contains("no longer valid", seen.Text, StringComparison.Ordinal);
        Assert.Equal(before, browser.Services.Requests.Count);
    }

    [Fact]
    public async Task F6_do_nothing_with_the_token_that_another_person_got()
    {
        using var eve = portal.Open();
        using var ana = portal.Open();
        await ana.SignInAsync();
        var page = await eve.GetAsync("/register");

        var seen = await ana.SendAsync(page, "/sign-out");

        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.Empty(ana.Services.Of("DELETE", "/api/sessions/current"));
    }
}
