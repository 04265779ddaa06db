using Helpdesk.Browser.Browsing;

namespace Helpdesk.Browser.Looking;

public sealed class What_the_first_page_weighs(CommonSystem system, ITestOutputHelper output)
{
    const int MostBytes = 60 * 1024;

    [Fact]
    public async Task Less_than_60_kilobytes_on_the_wire()
    {
        await using var visit = await system.VisitAsync();
        await visit.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var sizes = new List<(string Path, int Bytes)>();
        foreach (var request in visit.Requests.Where(x => x.Url.StartsWith("http", StringComparison.Ordinal)))
            sizes.Add((new Uri(request.Url).AbsolutePath, (await request.SizesAsync()).ResponseBodySize));
        foreach (var (path, bytes) in sizes)
            output.WriteLine($"{bytes,8} {path}");
        Assert.InRange(sizes.Count, 3, 12);
        Assert.InRange(sizes.Sum(x => x.Bytes), 1, MostBytes);
    }
}
