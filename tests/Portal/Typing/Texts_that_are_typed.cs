using System.Net;
using Helpdesk.Portal.Tests.Following;

namespace Helpdesk.Portal.Tests.Typing;

public sealed class Texts_that_are_typed(PortalHost portal)
{
    const string Letter = "    Steps:\r\n\t1. switch on\r\n\t2. wait\r\n";

    [Theory]
    [InlineData("/new")]
    [InlineData("/follow")]
    [InlineData("/register")]
    [InlineData("/sign-in")]
    [InlineData("/password-reset")]
    public async Task G12_are_cut_off_nowhere(string path)
    {
        using var browser = portal.Open();
        var picture = new { id = Guid.NewGuid(), image = "data:image/png;base64,", width = 1, height = 1 };
        browser.Services.On("POST", "/api/captcha/challenges", 200, picture);
        var seen = await browser.GetAsync(path);
        var cut = seen.Html.Split('<').Where(x => x.Contains("maxlength", StringComparison.Ordinal));
        Assert.DoesNotContain(cut, x => !x.Contains("captcha-answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G12_count_a_line_break_as_one_and_nothing_that_is_not_stored()
    {
        using var browser = portal.Open();
        TicketOnPage.Show(browser, TicketOnPage.Of());
        browser.Services.On("POST", "/api/tickets/HD-000071/replies", 201, new { });
        // 5,000 letters on lines of their own: 9,999 as they are stored, 14,998 as a browser sends them.
        var text = "\r\n\r\n" + string.Join("\r\n", Enumerable.Repeat("a", 5_000)) + "  \r\n\u202e";

        var seen = await browser.SendAsync(await browser.GetAsync(TicketOnPage.Link), TicketOnPage.Link + "?handler=Reply", ("Text", text));

        Assert.Equal((HttpStatusCode.Redirect, TicketOnPage.Link), (seen.Status, seen.Location));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    public async Task G12_that_are_too_long_stay_and_it_is_said_by_how_much(int over)
    {
        using var browser = portal.Open();
        TicketOnPage.Show(browser, TicketOnPage.Of());
        var text = new string('a', 4_000) + "\r\n" + new string('b', 5_999 + over);

        var seen = await browser.SendAsync(await browser.GetAsync(TicketOnPage.Link), TicketOnPage.Link + "?handler=Reply", ("Text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains($"Over the limit by {over}: up to 10000 characters are allowed", seen.Text, StringComparison.Ordinal);
        Assert.Contains(text, WebUtility.HtmlDecode(seen.Html), StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", "/api/tickets/HD-000071/replies"));
    }

    [Fact]
    public async Task G12_keep_their_indents_and_columns()
    {
        using var browser = portal.Open();
        TicketOnPage.Show(browser, TicketOnPage.Of(), TicketOnPage.Message("    Steps:\n\t1.\tswitch   on"));
        browser.Services.On("POST", "/api/tickets/HD-000071/replies", 201, new { });
        foreach (var view in new[] { "", "/print" })
        {
            var page = await browser.GetAsync(TicketOnPage.Link + view);
            var text = WebUtility.HtmlDecode(page.Html);
            Assert.Contains("<div class=\"body\" dir=\"auto\">    Steps:\n\t1.\tswitch   on</div>", text, StringComparison.Ordinal);
        }

        var form = await browser.GetAsync(TicketOnPage.Link);
        var seen = await browser.SendAsync(form, TicketOnPage.Link + "?handler=Reply", ("Text", Letter));

        Assert.Equal(HttpStatusCode.Redirect, seen.Status);
        Assert.Equal(Letter, Assert.Single(browser.Services.Of("POST", "/api/tickets/HD-000071/replies")).Text("text"));
    }

    [Theory]
    [InlineData("\u200b \u2060")]
    [InlineData("\u202e\u202c")]
    [InlineData(" \r\n\t\r\n")]
    public async Task G12_in_which_nobody_sees_anything_are_none(string text)
    {
        using var browser = portal.Open();
        TicketOnPage.Show(browser, TicketOnPage.Of());
        var seen = await browser.SendAsync(await browser.GetAsync(TicketOnPage.Link), TicketOnPage.Link + "?handler=Reply", ("Text", text));
        Assert.Contains("Write something before you send", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G12_of_a_search_are_not_cut_off_to_find_something_else()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/tickets", 200, new { items = Array.Empty<object>(), more = false });

        var seen = await browser.GetAsync("/tickets?view=all&q=" + new string('x', 203));
        Assert.Contains("over the limit by 3", seen.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{new string('x', 203)}\"", seen.Html, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("GET", "/api/tickets"));

        await browser.GetAsync("/tickets?view=all&q=" + new string('x', 200) + "%20%20%E2%80%AE");
        Assert.Contains(new string('x', 200), Assert.Single(browser.Services.Of("GET", "/api/tickets")).Query, StringComparison.Ordinal);
    }
}
