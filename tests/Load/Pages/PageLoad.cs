using System.Text.Json;
using Microsoft.Playwright;

namespace Helpdesk.Load.Pages;

/// <summary>One look at a page, as the browser itself measured it.</summary>
/// <param name="LargestPaint">From the request to when the largest thing on the screen stood there.</param>
/// <param name="Shift">All that jumped, as the browser's layout instability counts it.</param>
/// <param name="Jumped">What it was.</param>
/// <param name="Bytes">Over the wire, heads of the answers included.</param>
sealed record PageLoad(TimeSpan LargestPaint, double Shift, string Jumped, long Bytes)
{
    const string Watch = """
        window.seen = { paint: 0, shift: 0, jumped: [] }
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.paint = entry.startTime })
          .observe({ type: "largest-contentful-paint", buffered: true })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            seen.shift += entry.value
            for (const { node, previousRect: a, currentRect: b } of entry.sources)
              seen.jumped.push(
                `${node?.nodeName.toLowerCase()}.${node?.className} ` +
                `from ${a.x},${a.y} ${a.width}x${a.height} to ${b.x},${b.y} ${b.width}x${b.height}`)
          }
        }).observe({ type: "layout-shift", buffered: true })
        """;

    // What jumps, jumps when the script is there: two frames later it is told.
    const string Read = """
        async () => {
          for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          const bytes = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
            .reduce((all, x) => all + x.transferSize, 0)
          return { ...seen, jumped: seen.jumped.join("; "), bytes }
        }
        """;

    public static async Task<PageLoad> MeasureAsync(IBrowser browser, Uri address, int width, int height)
    {
        await using var context = await browser.NewContextAsync(
            new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = width < 600, Locale = "en-GB" });
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        var seen = await page.EvaluateAsync<JsonElement>(Read);
        return new(TimeSpan.FromMilliseconds(seen.GetProperty("paint").GetDouble()), seen.GetProperty("shift").GetDouble(),
            seen.GetProperty("jumped").GetString()!, seen.GetProperty("bytes").GetInt64());
    }
}
