using System.Net;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Forms;

namespace Helpdesk.Portal.Tests.Forms;

/// <summary>The attacks: somebody else's words, other kinds of protector, old ones, too much of it.</summary>
public sealed class What_is_carried_through_a_sign_in(PortalHost portal) : FormTest(portal)
{
    const string Page = "/tickets/HD-000071";

    [Fact]
    public async Task G11_is_dropped_with_a_word_when_somebody_else_signs_in()
    {
        using var browser = await OpenAsAnaAsync();
        var seen = await SignInAsync(browser, await LeaveAsync(browser), Bruno);

        Assert.Equal("/tickets", seen.Location);
        var home = await browser.GetAsync("/tickets");
        Assert.Contains("belongs to another account", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday", home.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_is_dropped_with_a_word_when_it_is_old()
    {
        using var browser = await OpenAsAnaAsync();
        var page = await LeaveAsync(browser);
        var old = Portal.Protector.Protect(Form(Ana), TimeSpan.FromSeconds(-1));
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of("access-2", "refresh-2", account: Ana));

        var seen = await browser.SendAsync(page, "/sign-in", [.. Credentials, ("PreservedForm", old)]);

        Assert.Equal(Page, seen.Location);
        Assert.Contains("only saved for a few hours", (await browser.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("other-kind")]
    [InlineData("damaged")]
    public async Task G11_is_nothing_unless_it_is_a_seal_of_its_kind(string kind)
    {
        using var browser = Open();
        ShowTicket(browser);
        var good = Portal.Protector.Protect(Form(Ana), TimeSpan.FromHours(1));
        var carried = kind switch
        {
            "made-up" => "made-up",
            "damaged" => good[..^3],
            _ => Portal.Protector.Protect(new LinkSecret("x"), TimeSpan.FromHours(1)),
        };
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of("access-1", "refresh-1", account: Ana));

        var seen = await browser.SendAsync(await browser.GetAsync("/sign-in"), "/sign-in", [.. Credentials, ("PreservedForm", carried)]);

        Assert.Equal("/tickets", seen.Location);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task G11_is_not_shown_to_another_site_that_posts_it(string? site)
    {
        using var browser = await OpenAsAnaAsync();
        browser.From(site);

        var seen = await browser.PostAsync("/sign-in?handler=Resume",
            ("PreservedForm", Portal.Protector.Protect(Form(Ana), TimeSpan.FromHours(1))));

        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.DoesNotContain("Monday", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_does_nothing_of_what_it_says_until_somebody_presses()
    {
        using var browser = await OpenAsAnaAsync();
        var close = Form(Ana) with { Query = "?handler=Close" };
        var before = await browser.GetAsync("/account");

        var seen = await browser.SendAsync(before, "/sign-in?handler=Resume",
            ("PreservedForm", Portal.Protector.Protect(close, TimeSpan.FromHours(1))));

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain(browser.Services.Requests, x => x.Method is "PUT" or "DELETE");
    }

    [Fact]
    public async Task G11_is_not_taken_along_when_it_is_too_much_and_the_page_says_so()
    {
        using var browser = await OpenAsAnaAsync();
        var seen = await LeaveAsync(browser, new string('ñ', 40_000));

        Assert.Contains("too much to save", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Hidden, x => x.Name == "PreservedForm");
    }

    [Fact]
    public async Task G11_holds_a_letter_of_the_longest_size_in_any_script()
    {
        using var browser = await OpenAsAnaAsync();
        var longest = new string('語', 10_000);

        var back = await SignInAsync(browser, await LeaveAsync(browser, longest), Ana);

        Assert.Contains(longest, Typed(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G11_waits_for_its_owner_when_another_account_is_signed_in_now()
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync(Page);
        await SignOutElsewhereAsync(browser);
        await browser.SignInAsync("Bruno", account: Bruno);

        var other = await browser.SendAsync(page, $"{Page}?handler=Reply", ("Text", Letter));
        Assert.Contains("opened with another account", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday", other.Html, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", "/api/tickets/HD-000071/replies"));

        Assert.Contains(Letter, Typed(await SignInAsync(browser, other, Ana)), StringComparison.Ordinal);
    }

    static (string, string)[] Credentials => [("Email", "ana@example.org"), ("Password", "a quiet harbour")];

    static PostedForm Form(Guid account) => new(account, Page, "?handler=Reply", [new("Text", Letter)]);

    static async Task<PageResponse> LeaveAsync(Browser browser, string text = Letter)
    {
        var page = await browser.GetAsync(Page);
        await SignOutElsewhereAsync(browser);
        return await browser.SendAsync(page, $"{Page}?handler=Reply", ("Text", text));
    }
}
