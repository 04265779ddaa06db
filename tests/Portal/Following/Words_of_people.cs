using System.Net;
using static Helpdesk.Portal.Tests.Following.TicketOnPage;

namespace Helpdesk.Portal.Tests.Following;

public sealed class Words_of_people(PortalHost portal)
{
    const string Hebrew = "הדלת תקועה", Arabic = "سارة", Persian = "می\u200cخواهم";

    [Theory]
    [InlineData(Hebrew)]
    [InlineData(Arabic)]
    [InlineData("The door")]
    public async Task G12_have_their_own_direction_as_a_subject(string subject)
    {
        using var browser = portal.Open();
        Show(browser, Of(subject: subject));
        foreach (var view in new[] { "", "/print" })
            Assert.Contains($"<h1 dir=\"auto\">{subject}</h1>", Read(await browser.GetAsync(Link + view)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G12_keep_the_marks_that_their_script_needs()
    {
        using var browser = portal.Open();
        Show(browser, Of(subject: Persian), Message(Persian));
        var seen = Read(await browser.GetAsync(Link));
        Assert.Contains($"<h1 dir=\"auto\">{Persian}</h1>", seen, StringComparison.Ordinal);
        Assert.Contains($"dir=\"auto\">{Persian}</div>", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G12_stand_apart_from_the_rest_in_titles_only_where_they_run_the_other_way()
    {
        using var browser = portal.Open();
        Show(browser, Of(subject: Hebrew));
        Assert.Contains($"<title>HD-000071 \u2068{Hebrew}\u2069 · ", Read(await browser.GetAsync(Link)), StringComparison.Ordinal);
        Show(browser, Of());
        Assert.Contains("<title>HD-000071 The door · ", Read(await browser.GetAsync(Link)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G12_turn_no_sentence_of_ours_around()
    {
        using var browser = portal.Open();
        Show(browser, Of(assignee: Arabic), Message("Hello", Arabic, "Staff", null, Picture(name: "صورة.png")));
        var seen = Read(await browser.GetAsync(Link));
        Assert.Contains($"<bdi>{Arabic}</bdi> is on it", seen, StringComparison.Ordinal);
        Assert.Contains($"<b dir=\"auto\">{Arabic}</b>", seen, StringComparison.Ordinal);
        Assert.Contains("<bdi>صورة.png</bdi>", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G12_stay_within_their_sentence_where_steps_are_laid_out_in_columns()
    {
        using var browser = portal.Open();
        Show(browser, Of());
        var seen = Read(await browser.GetAsync(Link.Replace("/t/", "/opened/", StringComparison.Ordinal)));
        // A step with an element of its own beside other words would be torn into columns.
        Assert.Contains("<li><p>The reply is sent to <bdi>ana@example.org</bdi>", seen, StringComparison.Ordinal);
        Assert.DoesNotMatch("<li>[^<]*<bdi>", seen);
    }

    [Fact]
    public async Task G12_are_no_code_in_a_sentence_of_ours()
    {
        using var browser = portal.Open();
        Show(browser, Of(assignee: "<b>{0}</b>"));
        var seen = await browser.GetAsync(Link);
        Assert.Contains("<bdi>&lt;b&gt;{0}&lt;/b&gt;</bdi> is on it", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G15_go_without_a_name_that_nobody_is_sure_of()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        Show(browser, Of(assignee: ""), Message("Hello", "", "Staff"));
        browser.Services.On("GET", "/api/tickets", 200, new { items = new[] { Line("") }, more = false });

        var seen = await browser.GetAsync("/tickets/71");
        Assert.Contains("Someone is on it", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi></bdi>", seen.Html, StringComparison.Ordinal);
        Assert.Contains("<b>Our team</b>", seen.Html, StringComparison.Ordinal);
        Assert.Contains("data-live-someone-value=\"Someone from our team is writing", seen.Html, StringComparison.Ordinal);
        Assert.Contains("Someone from our team", (await browser.GetAsync("/tickets/71/print")).Text, StringComparison.Ordinal);
        var list = await browser.GetAsync("/tickets");
        Assert.Contains("Someone from our team", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody yet", list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Nights, weekends and holidays count too.")]
    [InlineData("es", "También cuentan las noches, los fines de semana y los días festivos.")]
    public async Task Decided_the_page_says_that_closing_goes_by_the_clock(string language, string words)
    {
        using var browser = portal.Open();
        browser.Sends("Cookie", $"language={language}");
        var closing = new { repliedAt = DateTimeOffset.UtcNow, closesAt = DateTimeOffset.UtcNow.AddDays(3), after = "3.00:00:00" };
        Show(browser, Of(status: "WaitingOnCustomer", closing: closing));
        Assert.Contains(words, (await browser.GetAsync(Link)).Text, StringComparison.Ordinal);
    }

    static object Line(string assignee) => new
    {
        number = "HD-000071", subject = Hebrew, status = "InProgress", category = "Access",
        assignee = new { id = Guid.Empty, name = assignee },
        openedAt = DateTimeOffset.UnixEpoch, updatedAt = DateTimeOffset.UnixEpoch,
    };

    static string Read(PageResponse seen) => WebUtility.HtmlDecode(seen.Html);
}
