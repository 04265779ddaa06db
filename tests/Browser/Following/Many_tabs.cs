using Helpdesk.Browser.Browsing;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Following;

public sealed class Many_tabs(CommonSystem system)
{
    const int MostLines = 4;

    [Fact]
    public async Task G19_ten_on_ten_tickets_all_load_and_send()
    {
        await using var visit = await system.VisitAsync();
        var pages = new List<IPage>();
        for (var i = 0; i < 10; i++)
        {
            var ticket = await FollowedTicket.OpenAsync(system, $"Printer {i}");
            var page = await visit.Context.NewPageAsync();
            await page.GotoAsync(ticket.Path);
            pages.Add(page);
        }

        foreach (var page in pages)
        {
            await page.GetByLabel("Your reply").FillAsync("Still nothing.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
            await Expect(page.Locator("#flash")).ToBeVisibleAsync();
        }

        Assert.InRange(await LinesAsync(pages[0]), 1, MostLines);
    }

    [Fact]
    public async Task G19_that_nobody_sees_hold_no_line_and_show_what_they_missed_when_somebody_does()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await ticket.TakenAsync();
        await using var visit = await system.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        await LiveConnection.OpenAsync(visit, ticket);
        await visit.Page.GetByLabel("Your reply").FillAsync("I was about to");
        Assert.Equal(1, await LinesAsync(visit.Page));

        await HideAsync(visit.Page, true);
        await visit.Page.Clock.FastForwardAsync(20_000);
        await Eventually.HoldsAsync(async () => await LinesAsync(visit.Page) == 0);
        await ticket.CloseAsync();
        await HideAsync(visit.Page, false);

        await Expect(visit.Page.GetByText("We closed this ticket.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("I was about to");
        Assert.Equal(1, await LinesAsync(visit.Page));
    }

    [Fact]
    public async Task G19_that_are_opened_behind_another_one_hold_no_line_before_somebody_sees_them()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.Page.AddInitScriptAsync("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
        await visit.GoAsync(ticket.Path);
        await visit.RestAsync();
        Assert.DoesNotContain(visit.Requests, x => x.Url.Contains("/live?", StringComparison.Ordinal));
        await HideAsync(visit.Page, false);
        await Eventually.HoldsAsync(() => visit.Requests.Any(x => x.Url.Contains("/live?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task G19_whose_lines_are_refused_ask_less_and_less_often_and_look_again_meanwhile()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await ticket.TakenAsync();
        await using var visit = await system.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        var lines = 0;
        await visit.Page.RouteAsync("**/live?*", route =>
        {
            Interlocked.Increment(ref lines);
            return route.FulfillAsync(new() { Status = 429 });
        });
        await visit.GoAsync(ticket.Path);
        await Eventually.HoldsAsync(() => lines == 1);
        await ticket.CloseAsync();
        await Eventually.HoldsAsync(async () =>
        {
            await visit.Page.Clock.RunForAsync(10_000);
            return await visit.Page.GetByText("We closed this ticket.").IsVisibleAsync();
        });
        var before = lines;
        await visit.Page.Clock.RunForAsync(10 * 60_000);
        await visit.RestAsync();
        Assert.InRange(lines - before, 0, 8);
    }

    static Task<int> LinesAsync(IPage page) =>
        page.EvaluateAsync<int>("Object.keys(JSON.parse(localStorage.getItem('live-connections')) ?? {}).length");

    static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync("""
        (hidden) => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true })
          document.dispatchEvent(new Event("visibilitychange"))
        }
        """, hidden);
}
