using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Helpdesk.Fixtures;

namespace Helpdesk.WholeSystem.Running;

/// <summary>Customers open tickets at a steady rate while every service is killed once.</summary>
/// <param name="helpdesk">The system.</param>
/// <param name="perSecond">Tickets opened in a second.</param>
/// <param name="duration">How long; the kills are spread over it.</param>
public sealed partial class KillRun(RunningHelpdesk helpdesk, int perSecond, TimeSpan duration)
{
    static readonly string[] Services =
        ["ticketing", "assignment", "notification", "captcha", "attachment", "identity", "operations", "gateway"];

    readonly ConcurrentBag<OpenedTicket> _accepted = [];
    readonly ConcurrentBag<string> _faults = [];
    readonly ConcurrentDictionary<string, int> _hindrances = new();

    public async Task<KillReport> RunAsync(Action<string> say)
    {
        using var installation = await Installation.OpenAsync(helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 3);
        using var api = new ApiClient(helpdesk.Gateway);
        using var giveUp = new CancellationTokenSource(duration + TimeSpan.FromSeconds(90));

        var watch = Stopwatch.StartNew();
        var killing = KillEachOnceAsync(say);
        var customers = new List<Task>();
        var total = (int)(perSecond * duration.TotalSeconds);
        for (var i = 1; i <= total; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            customers.Add(OpenAsync(api, area, i, giveUp.Token));
        }

        await killing;
        await Task.WhenAll(customers);
        var retried = _accepted.Count(x => x.Tries > 1);
        say($"{_accepted.Count} of {total} tickets accepted after {watch.Elapsed.TotalSeconds:0} s; {retried} needed more than one try");
        foreach (var (hindrance, times) in _hindrances.OrderByDescending(x => x.Value).Take(12))
            say($"  {times} x {hindrance}");
        var audit = new Audit(installation.Admin, helpdesk.Mailbox, area, [.. _accepted]);
        return new KillReport(total, _accepted.Count, [.. _faults, .. await audit.FaultsAsync()]);
    }

    async Task OpenAsync(ApiClient api, StaffedArea area, int number, CancellationToken giveUp)
    {
        try
        {
            var last = "nothing";
            if (await Customer.OpenAsync(api, area, number, giveUp,
                x => _hindrances.AddOrUpdate(last = Kind(x), 1, (_, times) => times + 1)) is { } opened)
                _accepted.Add(opened);
            else
                _faults.Add($"Ticket {number} was not accepted though its customer kept trying; the last answer was {last}.");
        }
        catch (NotSupportedException refused)
        {
            _faults.Add(refused.Message);
        }
    }

    // Trace ids and ports differ from one answer to the next.
    static string Kind(string hindrance) => Changing().Replace(hindrance, "").Trim();

    [GeneratedRegex("\"(traceId|requestId|instance)\":\"[^\"]*\",?|[0-9a-f-]{32,}")]
    private static partial Regex Changing();

    async Task KillEachOnceAsync(Action<string> say)
    {
        foreach (var service in Services)
        {
            await Task.Delay(duration / (Services.Length + 1));
            var victim = helpdesk.Resources.First(x =>
                x.State == "running" && (x.Name == service || x.Name.StartsWith(service + "-", StringComparison.Ordinal)));
            RunningHelpdesk.Kill(victim);
            say($"killed {victim.Name}");
        }

        await Eventually.HoldsAsync(() => Services.All(x =>
            helpdesk.Resources.Where(y => y.Name == x || y.Name.StartsWith(x + "-", StringComparison.Ordinal))
            .All(y => y.State == "running")), TimeSpan.FromMinutes(3));
    }
}

public sealed record KillReport(int Wanted, int Accepted, IReadOnlyList<string> Faults);
