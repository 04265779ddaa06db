using System.Globalization;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.Load;

/// <summary>Kills every service once while customers open tickets; 50 a second for a minute unless told otherwise.</summary>
static class KillCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var perSecond = args is [var rate, ..] ? int.Parse(rate, CultureInfo.InvariantCulture) : 50;
        var seconds = args is [_, var time, ..] ? int.Parse(time, CultureInfo.InvariantCulture) : 60;

        Console.WriteLine("Starting a Helpdesk of its own ...");
        await using var helpdesk = await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(3), Settings.ForTests);
        Console.WriteLine($"{perSecond} tickets a second for {seconds} s at {helpdesk.Gateway}");
        var report = await new KillRun(helpdesk, perSecond, TimeSpan.FromSeconds(seconds)).RunAsync(Console.WriteLine);

        foreach (var fault in report.Faults.Take(50))
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine($"{report.Accepted} of {report.Wanted} tickets accepted, {report.Faults.Count} faults");
        return report.Accepted == report.Wanted && report.Faults.Count == 0 ? 0 : 1;
    }
}
