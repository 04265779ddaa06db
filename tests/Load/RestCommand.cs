using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.Load;

/// <summary>
/// Starts Helpdesk as a person does, leaves it alone, and tells what memory each of its processes holds; PostgreSQL, RabbitMQ and the
/// mailbox are not ours.
/// </summary>
static partial class RestCommand
{
    const double MostMegabytes = 800;

    /// <summary>
    /// Half a minute after the start is what a person sees first; until two minutes timers have run often enough for the runtime to compile
    /// them anew.
    /// </summary>
    static readonly TimeSpan[] Moments = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    public static async Task<int> RunAsync()
    {
        var sinceStart = Stopwatch.StartNew();
        await using var helpdesk = await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(3));
        Console.WriteLine($"Ready after {sinceStart.Elapsed.TotalSeconds:0.0} s, on new data");

        var sinceReady = Stopwatch.StartNew();
        var most = 0.0;
        foreach (var moment in Moments)
        {
            await Task.Delay(moment - sinceReady.Elapsed);
            most = Math.Max(most, Tell(helpdesk, moment));
        }

        Console.WriteLine($"At most {most:0} MB; {MostMegabytes:0} are allowed");
        return most <= MostMegabytes ? 0 : 1;
    }

    static double Tell(RunningHelpdesk helpdesk, TimeSpan moment)
    {
        var processes = helpdesk.Resources.Where(x => IsOurs(x.ProcessId)).Select(x => (x.Name, x.ProcessId))
            .Prepend(("apphost", helpdesk.ProcessId));
        var parts = processes.Select(x => (Name: x.Item1, Megabytes: ProportionalMegabytes(x.Item2))).ToList();
        var sum = parts.Sum(x => x.Megabytes);
        Console.WriteLine(
            $"{moment.TotalSeconds,4:0} s  {sum,4:0} MB  {string.Join("  ", parts.Select(x => $"{x.Name} {x.Megabytes:0}"))}");
        return sum;
    }

    static bool IsOurs(int process) => File.ReadAllText($"/proc/{process}/cmdline").Contains("Helpdesk.", StringComparison.Ordinal);

    /// <summary>Of a page that several processes share each counts its part, so that the sum is what is really taken.</summary>
    static double ProportionalMegabytes(int process) =>
        double.Parse(Pss().Match(File.ReadAllText($"/proc/{process}/smaps_rollup")).Groups[1].ValueSpan,
            CultureInfo.InvariantCulture) / 1024;

    [GeneratedRegex(@"^Pss:\s+(\d+) kB", RegexOptions.Multiline)]
    private static partial Regex Pss();
}
