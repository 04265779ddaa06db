using Helpdesk.Browser.Browsing;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Following;

public sealed class A_page_that_loses_its_line(CommonSystem system)
{
    [Fact]
    public async Task CU9_shows_what_happened_before_its_line_stood()
    {
        var ticket = await TakenAsync();
        await using var other = await system.VisitAsync();
        await LiveConnection.OpenAsync(other, ticket);
        await using var visit = await system.VisitAsync();
        var line = await visit.HoldAsync("**/live?*");
        await visit.GoAsync(ticket.Path);
        var held = await line;
        await ticket.CloseAsync();
        // Whoever has a line by now has heard of it, and nothing more happens.
        await Expect(other.Page.GetByText("We closed this ticket.")).ToBeVisibleAsync();
        await held.ContinueAsync();
        await Expect(visit.Page.GetByText("We closed this ticket.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CU9_asks_for_another_when_it_was_refused()
    {
        var ticket = await TakenAsync();
        await using var visit = await system.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        var lines = 0;
        await visit.Page.RouteAsync("**/live?*", route => Interlocked.Increment(ref lines) == 1
            ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await visit.GoAsync(ticket.Path);
        await Eventually.HoldsAsync(async () =>
        {
            await visit.Page.Clock.FastForwardAsync(10_000);
            return lines > 1;
        });
        await ticket.CloseAsync();
        await Expect(visit.Page.GetByText("We closed this ticket.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task CU9_N11_keeps_everything_when_nobody_tells_it_what_happened_and_asks_again(int status)
    {
        var ticket = await TakenAsync();
        await using var visit = await system.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        await LiveConnection.OpenAsync(visit, ticket);
        await visit.Page.EvaluateAsync("window.same = true");
        await visit.Page.GetByLabel("Your reply").FillAsync("I was about to");
        var looks = 0;
        await visit.Page.RouteAsync($"**{ticket.Path}", route => (Interlocked.Increment(ref looks), status) switch
        {
            (> 1, _) => route.ContinueAsync(),
            (_, 0) => route.AbortAsync(),
            _ => route.FulfillAsync(new() { Status = status, ContentType = "text/html",
                Body = "<!doctype html><title>Elsewhere</title><body>Elsewhere</body>" }),
        });
        await ticket.CloseAsync();
        await Eventually.HoldsAsync(() => looks > 0);
        await visit.RestAsync();
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("I was about to");
        await Expect(visit.Page.Locator(".turbo-progress-bar")).ToHaveCountAsync(0);

        await visit.Page.Clock.FastForwardAsync(10_000);
        await Expect(visit.Page.GetByText("We closed this ticket.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("I was about to");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.same"), "The page was loaded again.");
    }

    async Task<FollowedTicket> TakenAsync()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await ticket.TakenAsync();
        return ticket;
    }
}
