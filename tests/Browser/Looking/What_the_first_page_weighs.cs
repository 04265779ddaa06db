using Helpdesk.Browser.Browsing;

namespace Helpdesk.Browser.Looking;

/// <summary>Alone on the machine: what runs beside it would be measured too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class What_the_first_page_weighs(Started started, ITestOutputHelper output)
{
    const int MostBytes = 60 * 1024;
    const double LatestPaint = 300;
    const int Loads = 7;

    const string Measure = """
        () => new Promise((resolve) => {
          let shift = 0
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => { shift += entry.value })).observe({ type: "layout-shift", buffered: true })
          new PerformanceObserver((list) => resolve([list.getEntries().at(-1).startTime, shift])).observe({ type: "largest-contentful-paint", buffered: true })
        })
        """;

    [Fact]
    public async Task Less_than_60_kilobytes_on_the_wire()
    {
        await using var visit = await started.VisitAsync();
        await visit.GoAsync("/");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sizes = new List<(string Path, int Bytes)>();
        foreach (var request in visit.Requests.Where(x => x.Url.StartsWith("http", StringComparison.Ordinal)))
            sizes.Add((new Uri(request.Url).AbsolutePath, (await request.SizesAsync()).ResponseBodySize));
        foreach (var (path, bytes) in sizes)
            output.WriteLine($"{bytes,8} {path}");
        Assert.InRange(sizes.Count, 3, 12);
        Assert.InRange(sizes.Sum(x => x.Bytes), 1, MostBytes);
    }

    [Fact]
    public async Task Its_largest_part_is_there_within_300_milliseconds_and_nothing_jumps()
    {
        var paints = new List<double>();
        for (var load = 0; load <= Loads; load++)
        {
            // A fresh visit each time: nothing comes from a cache.
            await using var visit = await started.VisitAsync();
            await visit.GoAsync("/");
            var measured = await visit.Page.EvaluateAsync<double[]>(Measure);
            Assert.Equal(0, measured[1]);
            paints.Add(measured[0]);
        }

        output.WriteLine(string.Join(' ', paints.Select(x => $"{x:0}")));
        Assert.InRange(paints.Skip(1).Order().ElementAt(Loads / 2), 1, LatestPaint);
    }
}
