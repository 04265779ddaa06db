using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Helpdesk.Browser.Browsing;

namespace Helpdesk.Browser.Looking;

public sealed class Every_page(Started started)
{
    static readonly AxeRunOptions Accessible = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    public static TheoryData<string, bool, int> Looks => Look.Some;

    [Theory, MemberData(nameof(Looks))]
    public async Task Is_for_everybody_complains_of_nothing_and_asks_nobody_else(string language, bool dark, int width)
    {
        await using var visit = await started.VisitAsync(new(language, dark, width));
        var faults = new List<string>();
        await foreach (var place in Places.AllAsync(started, visit))
        {
            var found = await visit.Page.RunAxe(Accessible);
            faults.AddRange(found.Violations.Select(x => $"{place}: {x.Id}: {x.Help}: {string.Join(" | ", x.Nodes.Take(3).Select(y => y.Html))}"));
            if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
                faults.Add($"{place}: is {over} px wider than the screen");
            if (await visit.Page.EvaluateAsync<string>("document.documentElement.lang") != language)
                faults.Add($"{place}: is not in {language}");
        }

        var elsewhere = visit.Requests.Select(x => new Uri(x.Url)).Where(x => x.Scheme is "http" or "https" && x.GetLeftPart(UriPartial.Authority) != started.Address);
        string[] all = [.. faults, .. visit.Complaints, .. elsewhere.Select(x => $"asked {x}")];
        Assert.True(all.Length == 0, string.Join('\n', all.Distinct()));
    }

    [Fact]
    public async Task Is_drawn_into_a_file_for_who_wants_to_look_at_it()
    {
        var folder = Path.Combine(RunningHelpdesk.Repository, "artifacts", "screenshots");
        foreach (var look in from dark in new[] { false, true } from width in new[] { 360, 1280 } select new Look(dark ? "es" : "en", dark, width, LessMotion: true))
        {
            await using var visit = await started.VisitAsync(look);
            await foreach (var place in Places.AllAsync(started, visit))
                Assert.NotEmpty(await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{place}-{look}.png"), FullPage = true }));
        }
    }
}
