using System.Net;
using Helpdesk.Portal.Tests.Following;

namespace Helpdesk.Portal.Tests.Typing;

public sealed class Numbers_of_tickets(PortalHost portal)
{
    const string Api = "/api/tracking/reminders";

    [Theory]
    [InlineData("71")]
    [InlineData("#HD-71")]
    [InlineData("HD 000071")]
    [InlineData("hd-000071")]
    [InlineData("HD-000071.")]
    [InlineData("HD\u2011000071")]
    [InlineData("[HD-71]")]
    [InlineData("HD–71")]
    [InlineData("\u00a0hd71\u200b")]
    [InlineData("ＨＤ－７１")]
    public async Task G14_are_read_as_people_write_them_when_a_link_is_lost(string typed)
    {
        using var browser = portal.Open();
        browser.Services.On("POST", Api, 202);

        var seen = await SendAsync(browser, typed);

        Assert.Equal("/follow?sent=true", seen.Location, ignoreCase: true);
        Assert.Equal("HD-000071", Assert.Single(browser.Services.Of("POST", Api)).Text("number"));
    }

    [Theory]
    [InlineData("my printer")]
    [InlineData("HD-")]
    [InlineData("0")]
    [InlineData("HD-71 and HD-72")]
    [InlineData("TK-000071")]
    [InlineData("Re: [HD-000071] a subject that is longer than any number could ever be")]
    public async Task G14_that_are_none_are_refused_in_words_and_nothing_is_on_its_way(string typed)
    {
        using var browser = portal.Open();
        browser.Services.On("POST", Api, 202);

        var seen = await SendAsync(browser, typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("This is not a ticket number.", seen.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{typed}\"", WebUtility.HtmlDecode(seen.Html), StringComparison.Ordinal);
        Assert.Contains("value=\"ana@example.org\"", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("on its way", seen.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", Api));
    }

    [Theory]
    [InlineData("number", "This is not a ticket number.")]
    [InlineData("email", "does not look like an email address")]
    public async Task G14_that_the_service_refuses_are_said_at_their_field(string field, string words)
    {
        using var browser = portal.Open();
        browser.Services.Refuse("POST", Api, 400, "invalid", new Dictionary<string, string[]> { [field] = ["Not this."] });
        var seen = await SendAsync(browser, "71");
        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("on its way", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("71")]
    [InlineData("hd-000071")]
    [InlineData("%23HD-71")]
    [InlineData("HD%20000071.")]
    [InlineData("HD%E2%80%91000071")]
    public async Task G14_are_read_in_a_path(string number)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        TicketOnPage.Show(browser, TicketOnPage.Of());
        Assert.Contains("The door", (await browser.GetAsync("/tickets/" + number)).Text, StringComparison.Ordinal);
        Assert.Contains("The door", (await browser.GetAsync($"/tickets/{number}/print")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("printer")]
    [InlineData("HD-")]
    [InlineData("statistics")]
    public async Task G14_that_are_none_in_a_path_are_nothing_and_no_service_is_asked(string number)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        var seen = await browser.GetAsync("/tickets/" + number);
        Assert.Equal(HttpStatusCode.NotFound, seen.Status);
        Assert.DoesNotContain(browser.Services.Requests, x => x.Path.StartsWith("/api/tickets/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G14_lead_to_where_an_answer_went_on()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        TicketOnPage.Show(browser, TicketOnPage.Of());
        browser.Services.On("POST", "/api/tickets/HD-000071/replies", 201, new { continuedIn = new { number = "HD-000099" } });
        var seen = await browser.SendAsync(await browser.GetAsync("/tickets/71"), "/tickets/71?handler=Reply", ("Text", "It is back."));
        Assert.Equal("/tickets/HD-000099", seen.Location);
    }

    static async Task<PageResponse> SendAsync(Browser browser, string typed) =>
        await browser.SendAsync(await browser.GetAsync("/follow"), "/follow", ("Number", typed), ("Email", "ana@example.org"));
}
