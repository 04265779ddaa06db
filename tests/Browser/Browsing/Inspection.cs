using Deque.AxeCore.Commons;

namespace Helpdesk.Browser.Browsing;

/// <summary>
/// Looks at the page that is open as everybody may come to it, on a phone and on a desk, in one theme here and in the other there, and
/// remembers what is wrong. The page is not loaded again for it: theme and width change nothing but its style. It is looked at as it
/// is at rest: one that changed meanwhile, because it heard of something, is looked at again.
/// </summary>
public sealed class Inspection(Visit visit, ICDPSession tools)
{
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    static readonly string Folder = Path.Combine(RunningHelpdesk.Repository, "artifacts", "screenshots");

    const string Check = """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
          const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
          return found.violations.map((x) => `${x.id}: ${x.help}: ${x.nodes.slice(0, 3).map((y) => y.html).join(" | ")}`)
        }
        """;

    const string CountTurns = """
        window.turns = 0
        for (const name of ["turbo:visit", "turbo:before-render", "turbo:render"]) addEventListener(name, () => { window.turns++ })
        """;

    // More often nothing changes a page by itself.
    const int MostLooks = 20;

    readonly List<string> _faults = [];

    public static async Task<Inspection> BeginAsync(Visit visit)
    {
        // Through the browser's tools: the page's own policy lets no such script in.
        await visit.Context.AddInitScriptAsync(Axe);
        await visit.Context.AddInitScriptAsync(CountTurns);
        return new(visit, await visit.Context.NewCDPSessionAsync(visit.Page));
    }

    /// <summary>Of a page whose scripts have done what they do when it opens.</summary>
    public async Task OfAsync(string place)
    {
        await visit.RestAsync();
        await OfAsync(place, visit.RestAsync);
    }

    /// <summary>Of a page that somebody has left for another one, which is not there yet.</summary>
    public Task OfLeftAsync(string place) => OfAsync(place, () => Task.CompletedTask);

    async Task OfAsync(string place, Func<Task> restAsync)
    {
        var language = await visit.Page.EvaluateAsync<string>("document.documentElement.lang");
        if (language != visit.Profile.Language)
            _faults.Add($"{place}: is in {language}");
        foreach (var (width, dark) in Profiles(language))
        {
            var look = visit.Profile with { Dark = dark, Width = width };
            await visit.Page.SetViewportSizeAsync(width, BrowserProfile.HeightOf(width));
            await tools.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = width == BrowserProfile.Phone });
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            _faults.AddRange((await LookAsync($"{place}-{look}", restAsync)).Select(x => $"{place}-{look}: {x}"));
        }
    }

    async Task<IReadOnlyList<string>> LookAsync(string name, Func<Task> restAsync)
    {
        for (var look = 1; look <= MostLooks; look++)
        {
            await restAsync();
            var turns = await visit.Page.EvaluateAsync<int>("turns");
            var faults = await visit.Page.EvaluateAsync<string[]>(Check);
            var over = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
            if (await visit.Page.EvaluateAsync<int>("turns") == turns)
                return over > 0 ? [.. faults, $"is {over} px wider than the screen"] : faults;
        }

        return ["does not come to rest"];
    }

    /// <exception cref="Xunit.Sdk.XunitException">Something was wrong on the way.</exception>
    public void ExpectNoFaults(string address)
    {
        var elsewhere = visit.Requests.Select(x => new Uri(x.Url))
            .Where(x => x.Scheme is "http" or "https" && x.GetLeftPart(UriPartial.Authority) != address);
        string[] all = [.. _faults, .. visit.Complaints, .. elsewhere.Select(x => $"asked {x}")];
        Assert.True(all.Length == 0, string.Join('\n', all.Distinct()));
    }

    /// <summary>In the two languages together, both themes on both screens.</summary>
    static IEnumerable<(int Width, bool Dark)> Profiles(string language) =>
        BrowserProfile.Usual.Where(x => x.Data.Item1 == language).Select(x => (x.Data.Item3, x.Data.Item2));
}
