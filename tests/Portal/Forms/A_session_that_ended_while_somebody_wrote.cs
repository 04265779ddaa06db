using System.Net;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Forms;

namespace Helpdesk.Portal.Tests.Forms;

public sealed class A_session_that_ended_while_somebody_wrote(PortalHost portal) : FormTest(portal)
{
    const string Page = "/tickets/HD-000071";
    const string Reply = $"{Page}?handler=Reply";

    [Fact]
    public async Task G11_asks_to_sign_in_and_brings_the_letter_back_and_one_more_press_sends_it_once()
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(Page);
        var key = page.Hidden.Single(x => x.Name == "Form.Key").Value;
        EndSession(browser, "POST", "/api/tickets/HD-000071/replies");

        var signIn = await browser.SendAsync(page, Reply, ("Text", Letter));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, signIn.Status);
        Assert.Contains("What you typed is saved", signIn.Text, StringComparison.Ordinal);
        Assert.Contains("expires=Thu, 01 Jan 1970", signIn.Session, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday", signIn.Html, StringComparison.Ordinal);

        var back = await SignInAsync(browser, signIn, Ana);
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Contains(Letter, Typed(back), StringComparison.Ordinal);
        Assert.Contains("what you typed is back", back.Text, StringComparison.Ordinal);
        Assert.Contains(back.Hidden, x => x == ("Form.Key", key));
        Assert.Contains($"action=\"{Reply}\"", back.Html, StringComparison.Ordinal);
        Assert.Single(browser.Services.Of("POST", "/api/tickets/HD-000071/replies"));

        browser.Services.On("POST", "/api/tickets/HD-000071/replies", 201, new { });
        Assert.Equal(Page, (await browser.SendAsync(back, Reply, ("Text", Letter))).Location);
        Assert.Equal("Bearer access-2", browser.Services.Of("POST", "/api/tickets/HD-000071/replies")[^1].Credential);
    }

    [Theory]
    [InlineData(Page, Reply, "Text", "A word")]
    [InlineData("/account", "/account", "Name", "Anita")]
    [InlineData("/account/email", "/account/email", "Email", "anita@example.org")]
    public async Task G11_asks_to_sign_in_also_when_the_cookie_is_gone(string path, string action, string field, string typed)
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(path);
        await SignOutElsewhereAsync(browser);

        var signIn = await browser.SendAsync(page, action, (field, typed), ("Password", "a quiet harbour"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, signIn.Status);
        Assert.DoesNotContain(
            "a quiet harbour", Portal.Protector.Unprotect<PostedForm>(PreservedForm(signIn))!.Fields.Select(x => x.Value));

        var back = await SignInAsync(browser, signIn, Ana);
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Contains(typed, Typed(back), StringComparison.Ordinal);
        Assert.DoesNotContain("a quiet harbour", back.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Services.Requests, x => x.Method == "PUT");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task G11_keeps_the_files_and_takes_each_once(bool endedWhileSending)
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(Page);
        var receipt = Portal.Protector.Protect(
            new UploadReceipt(Guid.CreateVersion7(), "screen.png", "image/png", 3), TimeSpan.FromHours(1));
        browser.Services.On("POST", "/api/attachments", 201, new { receipt });
        if (endedWhileSending)
            EndSession(browser, "POST", "/api/tickets/HD-000071/replies");
        else
            await SignOutElsewhereAsync(browser);

        var back = await SignInAsync(browser, await browser.SendFileAsync(page, Reply, "screen.png", ("Text", Letter)), Ana);

        Assert.Single(browser.Services.Of("POST", "/api/attachments"));
        Assert.Contains(back.Hidden, x => x == ("Form.Receipts", receipt));
        Assert.Contains("screen.png", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_says_which_files_have_to_be_chosen_again()
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(Page);
        browser.Services.Refuse("POST", "/api/attachments", 503, "unavailable");
        await SignOutElsewhereAsync(browser);

        var back = await SignInAsync(browser, await browser.SendFileAsync(page, Reply, "screen.png", ("Text", Letter)), Ana);

        Assert.Contains("Some files could not be saved", back.Text, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_keeps_which_mails_were_chosen()
    {
        using var browser = await OpenAsAnaAsync();
        var preference = new { kind = "StatusChanged", mode = "AtOnce", @default = "AtOnce", choices = new[] { "AtOnce", "Never" } };
        browser.Services.On("GET", "/api/preferences", 200, new { items = new[] { preference }, digestEvery = "01:00:00" });
        var page = await browser.GetAsync("/account/mails");
        EndSession(browser, "PUT", "/api/preferences");

        var back = await SignInAsync(browser, await browser.SendAsync(page, "/account/mails", ("Modes[StatusChanged]", "Never")), Ana);

        Assert.Matches("value=\"Never\"[^>]* selected", back.Html);
    }

    [Fact]
    public async Task G11_keeps_the_letter_through_wrong_passwords_and_the_second_step()
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(Page);
        await SignOutElsewhereAsync(browser);
        var signIn = await browser.SendAsync(page, Reply, ("Text", Letter));

        browser.Services.Refuse("POST", "/api/sessions", 401, "sign-in-refused");
        var wrong = await browser.SendAsync(signIn, "/sign-in", ("Email", "ana@example.org"), ("Password", "not this"));
        browser.Services.Refuse("POST", "/api/sessions", 401, "two-factor-required", ticket: "sealed-ticket");
        var step = await browser.SendAsync(wrong, "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour"));
        browser.Services.Refuse("POST", "/api/sessions/second-factor", 401, "code-refused");
        var wrongCode = await browser.SendAsync(step, "/sign-in?handler=Code", ("Code", "000000"));
        browser.Services.On("POST", "/api/sessions/second-factor", 200, Sessions.Of("access-2", "refresh-2", account: Ana));
        var back = await browser.SendAsync(wrongCode, "/sign-in?handler=Code", ("Code", "123456"));

        Assert.Contains(Letter, Typed(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_keeps_the_letter_through_a_password_that_must_be_chosen_first()
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(Page);
        await SignOutElsewhereAsync(browser);
        browser.Services.On("PUT", "/api/accounts/me/password", 204);
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-3", "refresh-3", account: Ana));

        var must = await SignInAsync(browser, await browser.SendAsync(page, Reply, ("Text", Letter)), Ana, mustChangePassword: true);
        Assert.Contains("Do this first", must.Text, StringComparison.Ordinal);
        var back = await browser.SendAsync(must, "/account/password", ("Current", "a quiet harbour"), ("New", "another quiet harbour"));

        Assert.Contains(Letter, Typed(back), StringComparison.Ordinal);
        Assert.Contains($"action=\"{Reply}\"", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_keeps_the_letter_through_an_authenticator_that_must_be_set_up_first()
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(Page);
        await SignOutElsewhereAsync(browser);
        browser.Services.On("POST", "/api/accounts/me/two-factor", 201, new { key = "JBSWY3DP", uri = "otpauth://", picture = "<svg/>" });
        browser.Services.On("PUT", "/api/accounts/me/two-factor", 200, new { recoveryCodes = new[] { "aaaa-1111" } });
        browser.Services.On("POST", "/api/sessions/refresh", 200, Sessions.Of("access-3", "refresh-3", account: Ana));

        var must = await SignInAsync(browser, await browser.SendAsync(page, Reply, ("Text", Letter)), Ana, mustSetUpTwoFactor: true);
        var enrolled = await browser.SendAsync(must, "/account/two-factor", ("Password", "a quiet harbour"));
        var codes = await browser.SendAsync(enrolled, "/account/two-factor?handler=Confirm", ("Code", "123456"));
        Assert.Contains("aaaa-1111", codes.Text, StringComparison.Ordinal);
        var back = await browser.SendAsync(codes, "/sign-in?handler=Resume");

        Assert.Contains(Letter, Typed(back), StringComparison.Ordinal);
    }

    static string PreservedForm(PageResponse page) => page.Hidden.Single(x => x.Name == "PreservedForm").Value;
}
