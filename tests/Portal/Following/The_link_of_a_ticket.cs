using System.Net;
using static Helpdesk.Portal.Tests.Following.TicketOnPage;

namespace Helpdesk.Portal.Tests.Following;

public sealed class The_link_of_a_ticket(PortalHost portal)
{
    [Fact]
    public async Task G5_is_renewed_by_who_holds_it_and_the_page_says_where_the_new_one_is()
    {
        using var browser = portal.Open();
        Show(browser, Of());
        browser.Services.On("POST", "/api/tickets/HD-000071/tracking-links", 202);
        var page = await browser.GetAsync(Link);

        var seen = await browser.SendAsync(page, $"{Link}?handler=RenewLink");
        var after = await browser.GetAsync(seen.Location!);

        Assert.Equal("/follow?renewed=True", seen.Location);
        Assert.Single(browser.Services.Of("POST", "/api/tickets/HD-000071/tracking-links"));
        Assert.Contains("The old link no longer works.", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Link, after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G5_is_renewed_by_its_owner_who_stays_on_the_page()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        Show(browser, Of());
        browser.Services.On("POST", "/api/tickets/HD-000071/tracking-links", 202);
        var page = await browser.GetAsync("/tickets/HD-000071");

        var seen = await browser.SendAsync(page, "/tickets/HD-000071?handler=RenewLink");

        Assert.Equal("/tickets/HD-000071", seen.Location);
        Assert.Contains("The new one is in your email.", (await browser.GetAsync(seen.Location!)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "this link may have been replaced")]
    [InlineData("es", "que otro enlace haya sustituido a este")]
    public async Task G5_that_was_replaced_leads_to_having_the_new_one_sent(string language, string words)
    {
        using var browser = portal.Open();
        browser.Sends("Cookie", $"language={language}");
        browser.Services.Refuse("GET", "/api/tracking", 401, "tracking-secret-unknown");
        const string WayOn = "class=\"button primary\" href=\"/follow\"";
        foreach (var path in new[] { Link, $"{Link}/print", $"/opened/{Link.Split('/')[^1]}" })
        {
            var seen = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, seen.Status);
            Assert.Contains(words, seen.Text, StringComparison.Ordinal);
            Assert.Contains(WayOn, seen.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(WayOn, (await browser.GetAsync("/nothing")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F8_what_is_sent_goes_to_the_ticket_that_it_leads_to_by_now()
    {
        using var browser = portal.Open();
        Show(browser, Of());
        var page = await browser.GetAsync(Link);
        browser.Services.On("GET", "/api/tracking", 200, new { number = "HD-000072" });
        browser.Services.On("POST", "/api/tickets/HD-000072/replies", 201, new { });

        var seen = await browser.SendAsync(page, $"{Link}?handler=Reply", ("Text", "Still me."));

        Assert.Equal(Link, seen.Location);
        var asked = Assert.Single(browser.Services.Of("POST", "/api/tickets/HD-000072/replies"));
        Assert.Equal($"Tracking {Link.Split('/')[^1]}", asked.Credential);
        Assert.Empty(browser.Services.Of("POST", "/api/tickets/HD-000071/replies"));
    }

    [Fact]
    public async Task G5_renewed_a_moment_ago_is_not_renewed_again_and_what_is_typed_stays()
    {
        using var browser = portal.Open();
        Show(browser, Of());
        browser.Services.Refuse("POST", "/api/tickets/HD-000071/tracking-links", 429, "link-renewed-already");
        var page = await browser.GetAsync(Link);

        var seen = await browser.SendAsync(page, $"{Link}?handler=RenewLink", ("Text", "Half a letter"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("The link was renewed a moment ago", seen.Html, StringComparison.Ordinal);
        Assert.Contains("Half a letter", seen.Html, StringComparison.Ordinal);
    }
}
