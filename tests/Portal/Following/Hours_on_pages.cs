using System.Text.RegularExpressions;
using Helpdesk.Api.Formats;
using static Helpdesk.Portal.Tests.Following.TicketOnPage;

namespace Helpdesk.Portal.Tests.Following;

public sealed class Hours_on_pages(PortalHost portal)
{
    [Theory]
    [InlineData("America/Guayaquil", "1 July at 17:30")]
    [InlineData("Europe/Madrid", "2 July at 00:30")]
    [InlineData("Asia/Calcutta", "2 July at 04:00")]
    [InlineData("America%2FBuenos_Aires", "1 July at 19:30")]
    [InlineData("Etc/GMT+5", "1 July at 17:30")]
    public async Task G15_are_in_the_browsers_zone_when_nobody_chose_another(string zone, string hour)
    {
        using var browser = portal.Open();
        browser.Sends("Cookie", $"zone={zone}");
        Show(browser, Of(), Message());
        foreach (var view in new[] { "", "/print" })
        {
            var seen = await browser.GetAsync(Link + view);
            Assert.Contains(view == "" ? Told(hour) : WithYear(hour), seen.Text, StringComparison.Ordinal);
            Assert.Matches("<time datetime=\"2026-07-01T22:30:00[^\"]*(\\+|&#x2B;)00:00\">", seen.Html);
        }
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("../../../dev/zero")]
    [InlineData("Nowhere/Atlantis")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Etc/Unknown")]
    [InlineData("america/guayaquil")]
    [InlineData("localtime%00x")]
    [InlineData("tzdata.zi")]
    public async Task G15_are_in_the_installations_zone_when_the_browser_tells_none_that_there_is(string zone)
    {
        using var browser = portal.Open();
        browser.Sends("Cookie", $"zone={zone}");
        Show(browser, Of(), Message());
        var seen = await browser.GetAsync(Link);
        Assert.Contains(Told("1 July at 22:30"), seen.Text, StringComparison.Ordinal);
        Assert.Contains("Times in UTC", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G15_name_their_zone()
    {
        using var browser = portal.Open();
        browser.Sends("Cookie", "zone=Asia/Calcutta");
        Show(browser, Of(), Message());
        Assert.Contains("Times in Asia/Kolkata", (await browser.GetAsync(Link)).Text, StringComparison.Ordinal);
        Assert.Contains("Times in Asia/Kolkata", (await browser.GetAsync(Link + "/print")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G15_on_paper_are_told_by_their_date_also_those_of_today()
    {
        using var browser = portal.Open();
        var now = DateTimeOffset.UtcNow;
        foreach (var days in new[] { 0, 1, 5, 400 })
        {
            var at = now.AddDays(-days);
            Show(browser, Of(), Message(at: at.ToString("O")));
            var seen = (await browser.GetAsync(Link + "/print")).Text;
            Assert.Contains(FormattableString.Invariant($"{at:MMMM yyyy} at {at:HH:mm}"), seen, StringComparison.Ordinal);
            Assert.DoesNotContain("today", seen, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "Opened Thursday 1 January 1970 at 00:00", @"As of \w+ \d+ \w+ \d{4} at \d\d:\d\d\. Times")]
    [InlineData("es", "Abierto el jueves 1 de enero de 1970 a las 00:00",
        @"Consultado el \w+ \d+ de \w+ de \d{4} a las \d\d:\d\d\. Horas")]
    public async Task G15_on_paper_have_the_year_where_the_language_has_it(string language, string opened, string printed)
    {
        using var browser = portal.Open();
        browser.Sends("Cookie", $"language={language}");
        Show(browser, Of());
        var seen = Regex.Replace((await browser.GetAsync(Link + "/print")).Text, @"\s+", " ");
        Assert.Contains(opened, seen, StringComparison.Ordinal);
        Assert.Matches(printed, seen);
    }

    [Fact]
    public async Task G15_are_in_the_accounts_zone_whatever_the_browser_says()
    {
        using var browser = portal.Open();
        browser.Sends("Cookie", "zone=Asia/Tokyo");
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of("access-1", browser.Refresh, timeZone: "America/Guayaquil"));
        var page = await browser.GetAsync("/sign-in");
        await browser.SendAsync(page, "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour"));
        Show(browser, Of(), Message());

        var seen = await browser.GetAsync("/tickets/71");

        Assert.Contains(Told("1 July at 17:30"), seen.Text, StringComparison.Ordinal);
        // Its script need not look again for another zone.
        Assert.DoesNotMatch(new Regex("<html[^>]*data-zone=\"[^\"]"), seen.Html);
    }

    [Fact]
    public async Task G15_of_an_export_are_the_readers_too()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Sends("Cookie", "zone=America/Guayaquil");
        browser.Services.On("GET", "/api/tickets/export", 200, new { });
        using var file = await browser.FetchAsync("/tickets/export?format=csv");
        Assert.Equal("?format=csv&zone=America%2FGuayaquil", Assert.Single(browser.Services.Of("GET", "/api/tickets/export")).Query);
    }

    [Theory]
    [InlineData("America/Guayaquil", true)]
    [InlineData("UTC", true)]
    [InlineData("Etc/GMT-14", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("/dev/zero", false)]
    [InlineData("../zoneinfo/UTC", false)]
    [InlineData("America/../UTC", false)]
    [InlineData("America//Guayaquil", false)]
    [InlineData("UTC\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void G15_need_a_name_that_can_be_a_zones(string? name, bool found) => Assert.Equal(found, IanaTimeZone.TryFind(name, out _));

    /// <summary>As a page says it: with its year once that is over.</summary>
    static string Told(string hour) => DateTimeOffset.UtcNow.Year == 2026 ? hour : WithYear(hour);

    static string WithYear(string hour) => hour.Replace(" at ", " 2026 at ", StringComparison.Ordinal);
}
