using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Looking;

public sealed class The_first_page(CommonSystem system)
{
    // Two pictures of the canvas, some frames apart.
    const string TwoPictures = """
        async () => {
          const canvas = document.querySelector("canvas")
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
          const first = canvas.toDataURL()
          for (let i = 0; i < 12; i++) await frame()
          return [first, canvas.toDataURL()]
        }
        """;

    const string IsEmpty = "() => { const c = document.querySelector('canvas'); "
        + "return c.width > 0 && c.getContext('2d').getImageData(0, 0, c.width, c.height).data.every((x) => x === 0) }";

    const string WatchJumps = """
        window.jumped = []
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            for (const { node } of entry.sources)
              jumped.push(`${location.pathname}: ${node?.nodeName} ${node?.className} by ${entry.value}`)
        }).observe({ type: "layout-shift", buffered: true })
        """;

    // What the script changed is drawn, and told a task later.
    const string TellJumps = """
        async () => {
          for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          return jumped
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LV5_moves_behind_its_words_but_not_for_who_wants_less_of_it(bool less)
    {
        await using var visit = await system.VisitAsync(new(LessMotion: less));
        await visit.GoAsync("/");
        var pictures = await visit.Page.EvaluateAsync<string[]>(TwoPictures);
        Assert.Equal(less, pictures[0] == pictures[1]);
        Assert.False(await visit.Page.EvaluateAsync<bool>(IsEmpty));
    }

    [Fact]
    public async Task LV5_its_background_can_be_switched_off_and_stays_off()
    {
        await using var visit = await system.VisitAsync();
        await visit.GoAsync("/");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Hide the background" }).ClickAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>(IsEmpty));
        await visit.GoAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the background" })).ToBeVisibleAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>(IsEmpty));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the background" }).ClickAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>(IsEmpty));
    }

    [Theory, InlineData(BrowserProfile.Phone, false), InlineData(BrowserProfile.Phone, true), InlineData(BrowserProfile.DeskScreen, false),
        InlineData(BrowserProfile.DeskScreen, true)]
    public async Task Nothing_on_it_jumps_nor_on_the_form_nor_on_a_ticket_however_slowly_it_comes(int width, bool slowly)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await ticket.AnswerAsync("Did you try another cable?");
        await using var slow = new SlowLine(system.Helpdesk.Gateway);
        await using var visit = await system.VisitAsync(new(Width: width));
        await visit.Page.AddInitScriptAsync(WatchJumps);
        // What happens to the ticket meanwhile moves its page, and is no matter of how it opens: it hears nothing.
        await visit.Page.RouteAsync("**/live?*", _ => Task.CompletedTask);
        foreach (var page in new[] { "/", "/new", ticket.Path })
        {
            await visit.GoAsync(slowly ? slow.Address + page : page);
            await Expect(visit.Page.Locator("html.scripted")).ToHaveCountAsync(1);
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(TellJumps));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LV7_language_and_theme_are_chosen_once(bool script)
    {
        await using var visit = await system.VisitAsync(new(Script: script));
        await visit.GoAsync("/new");
        await ChooseAsync(visit, "Language and theme", "Español");
        await visit.ExpectHeading().ToHaveTextAsync("Abrir un ticket");
        await visit.RestAsync();
        var bright = await BackgroundAsync(visit);
        await ChooseAsync(visit, "Idioma y tema", "Oscuro");
        await Expect(visit.Page.Locator("html[data-theme=dark]")).ToHaveCountAsync(1);
        await visit.GoAsync("/");
        await Expect(visit.Page.Locator("html[lang=es][data-theme=dark]")).ToHaveCountAsync(1);
        Assert.NotEqual(bright, await BackgroundAsync(visit));
        await ChooseAsync(visit, "Idioma y tema", "Como el sistema");
        await Expect(visit.Page.Locator("html:not([data-theme=dark])")).ToHaveCountAsync(1);
        await visit.RestAsync();
        Assert.Equal(bright, await BackgroundAsync(visit));
    }

    [Fact]
    public async Task Has_a_way_past_its_head_and_an_order_that_a_keyboard_follows()
    {
        await using var visit = await system.VisitAsync();
        await visit.GoAsync("/");
        var order = await Tabbing.OrderAsync(visit.Page);
        Assert.Equal("Skip to the content", order[0]);
        string[] expected = ["New ticket", "Follow a ticket", "Sign in", "EN · Language and theme", "Open a ticket", "Hide the background",
            "System status"];
        Assert.Equal(expected, order.Where(x => expected.Contains(x)).Distinct());

        await visit.GoAsync("/");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();
    }

    static Task<string> BackgroundAsync(Visit visit) =>
        visit.Page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor");

    static async Task ChooseAsync(Visit visit, string menu, string choice)
    {
        await visit.Page.Locator($"summary[aria-label$='{menu}']").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
    }
}
