using System.Globalization;
using Helpdesk.Browser.Browsing;
using Helpdesk.Fixtures;

namespace Helpdesk.Load.Pages;

/// <summary>
/// How fast the first page stands before somebody who has never been here, whether anything on it jumps, and what it weighs; on a desktop
/// and on a phone.
/// </summary>
static class PagesCommand
{
    const int Warm = 3, Measured = 20, Desks = 3;
    static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(300);

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("Starting a Helpdesk of its own ...");
        var launching = Chromium.LaunchAsync();
        await using var helpdesk = await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(3), Settings.Unlimited);
        await using var chromium = await launching;
        await PrepareAsync(helpdesk);
        Console.WriteLine(
            $"load of the machine {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}, {Environment.ProcessorCount} processors");

        var faults = 0;
        Console.WriteLine($"{"first page, each time with an empty cache",-44} {"LCP p50",8} {"p95",8} {"CLS",8} {"kB",6}");
        foreach (var (name, width, height) in new[] { ("desktop, 1280 x 800", 1280, 800), ("phone, 360 x 740", 360, 740) })
        {
            var loads = new List<PageLoad>();
            for (var i = -Warm; i < Measured; i++)
            {
                var load = await PageLoad.MeasureAsync(chromium.Browser, new Uri(helpdesk.Gateway, "/"), width, height);
                if (i >= 0)
                    loads.Add(load);
            }

            var paints = loads.Select(x => x.LargestPaint).Order().ToList();
            var (median, worst) = (paints[Measured / 2], loads.MaxBy(x => x.Shift)!);
            Console.WriteLine(
                $"{name,-44} {Ms(median),8} {Ms(paints[Measured * 95 / 100]),8} " +
                $"{worst.Shift.ToString("0.0000", CultureInfo.InvariantCulture),8} {loads.Max(x => x.Bytes) / 1024.0,6:0.0}");
            if (worst.Shift > 0)
                Console.WriteLine($"  jumped by {worst.Shift.ToString("0.000000", CultureInfo.InvariantCulture)}: {worst.Jumped}");
            faults += median >= Goal || Math.Round(worst.Shift, 4) > 0 ? 1 : 0;
        }

        Console.WriteLine(faults == 0 ? $"Largest paint within {Goal.TotalMilliseconds} ms, and nothing jumps" : "Not as it should be");
        return faults == 0 ? 0 : 1;
    }

    static string Ms(TimeSpan time) => $"{time.TotalMilliseconds:0} ms";

    /// <summary>The page has something to choose from, as where people use it.</summary>
    static async Task PrepareAsync(RunningHelpdesk helpdesk)
    {
        using var installation = await Installation.OpenAsync(helpdesk);
        var areas = new List<StaffedArea>();
        for (var i = 0; i < Desks; i++)
            areas.Add(await installation.CreateStaffedAreaAsync(agents: 0));
        using var http = new HttpClient();
        await Eventually.HoldsAsync(async () =>
            await http.GetStringAsync(helpdesk.Gateway) is var page
            && areas.TrueForAll(x => page.Contains(x.CategoryTitle, StringComparison.Ordinal)), TimeSpan.FromMinutes(1));
    }
}
