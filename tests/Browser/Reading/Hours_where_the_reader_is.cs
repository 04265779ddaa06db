using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Reading;

public sealed class Hours_where_the_reader_is(CommonSystem system)
{
    [Theory]
    [InlineData("America/Guayaquil", "America/Guayaquil")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("Pacific/Auckland", "Pacific/Auckland")]
    public async Task G15_are_the_browsers_from_the_first_page_on_and_without_a_second_load_of_it(string zone, string named)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync(new(Zone: zone));
        await visit.GoAsync(ticket.Path);
        await Expect(visit.Page.Locator("footer")).ToContainTextAsync($"Times in {named}");
        // What happens to the ticket has the page look again: the last of it has happened.
        await Expect(visit.Page.Locator(".stepper")).ToContainTextAsync(Installation.FirstAgent);
        await visit.RestAsync();
        var cookie = Assert.Single(await visit.Context.CookiesAsync(), x => x.Name == "zone");
        Assert.Equal((zone, SameSiteAttribute.Lax), (cookie.Value, cookie.SameSite));

        var before = visit.Requests.Count(x => x.Url.EndsWith(ticket.Path, StringComparison.Ordinal));
        await visit.GoAsync(ticket.Path);
        await visit.RestAsync();
        Assert.Equal(before + 1, visit.Requests.Count(x => x.Url.EndsWith(ticket.Path, StringComparison.Ordinal)));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task G15_are_the_installations_without_script()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync(new(Script: false, Zone: "America/Guayaquil"));
        await visit.GoAsync(ticket.Path);
        await Expect(visit.Page.Locator("footer")).ToContainTextAsync("Times in UTC");
    }
}
