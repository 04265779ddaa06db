using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Npgsql;

namespace Helpdesk.Load.Lists;

/// <summary>
/// Every list, search and count of Ticketing's API over a million tickets unless told otherwise: how long it takes, and that no plan reads
/// a large table from end to end.
/// </summary>
static class ListsCommand
{
    const int Warm = 20, Measured = 200;
    static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var wanted, ..] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 1_000_000;
        await using var installation = new TicketingInstallation(args.ElementAtOrDefault(1));
        await installation.PrepareAsync();
        var tickets = new ManyTickets(installation.Tickets, count);
        if (args.Length < 2)
            await tickets.FillAsync();
        await tickets.SpreadAgentsAsync();
        Console.WriteLine(
            $"database {new NpgsqlConnectionStringBuilder(installation.Tickets).Database}; " +
            $"load of the machine {await LoadAsync()}, {Environment.ProcessorCount} processors");
        await using var replica = new TicketingReplica(installation);
        await replica.ReadyAsync();
        using var control = Client(replica, "dispatcher");
        var plans = new Plans(installation.Tickets);
        using var listening = DiagnosticListener.AllListeners.Subscribe(plans);

        var faults = 0;
        Console.WriteLine(
            $"{"milliseconds; the last three: one ticket by its number through the same API meanwhile, and p99 by its p99",-110} " +
            $"{"p50",7} {"p99",7} {"p50",7} {"p99",7} {"ratio",6}");
        await foreach (var (who, what, path) in Requests.AllAsync(count, NextAsync))
        {
            if (!$"{who} {what} {path(0)}".Contains(args.ElementAtOrDefault(2) ?? "", StringComparison.Ordinal))
                continue;
            using var client = Client(replica, who);
            var times = await TimeAsync(client, path, control, count);
            // Others work on the same machine: what was slow once is asked again before it counts.
            if (times.P99 > Goal)
                times = await TimeAsync(client, path, control, count);
            plans.Listening = true;
            for (var i = 0; i < 5; i++)
                await AskAsync(client, path(i));
            plans.Listening = false;
            var whole = await plans.WholeTablesReadAsync();
            var asked = $"{who} {what} {path(0)}".Replace("00000000-0000-7000-8000-0000000", "", StringComparison.Ordinal);
            Console.WriteLine(
                $"{asked,-110} {Ms(times.P50),7} {Ms(times.P99),7} {Ms(times.ControlP50),7} {Ms(times.ControlP99),7} " +
                $"{times.P99 / times.ControlP99,6:0.0}{(times.P99 > Goal ? $"  TOO SLOW, worst {times.Worst}" : "")}" +
                $"{(whole.Count > 0 ? "  READS A WHOLE TABLE" : "")}");
            foreach (var plan in whole.Take(1))
                Console.WriteLine(plan);
            faults += times.P99 > Goal || whole.Count > 0 ? 1 : 0;
        }

        Console.WriteLine($"load of the machine at the end {await LoadAsync()}");
        NpgsqlConnection.ClearAllPools();
        Console.WriteLine(faults == 0 ? $"All within {Goal.TotalMilliseconds} ms, all by index" : $"{faults} not as they should be");
        return faults == 0 ? 0 : 1;

        async Task<string> NextAsync(string who, string path)
        {
            using var client = Client(replica, who);
            using var page = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
            return page.RootElement.GetProperty("next").GetString() ?? throw new InvalidOperationException($"{path} ends too early.");
        }

        static async Task<string> LoadAsync() => (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];

        static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
    }

    static HttpClient Client(TicketingReplica replica, string who) => who switch
    {
        "dispatcher" => replica.As(ManyTickets.Customer(99_999), "Dora", "dora@example.org", AccountRoles.Dispatcher),
        "agent" => replica.As(ManyTickets.Agent(7), "Ana", "ana@example.org", AccountRoles.Agent),
        "agent without areas" => replica.As(ManyTickets.AgentWithoutAreas, "Ben", "ben@example.org", AccountRoles.Agent),
        "agent of 6 areas" => replica.As(ManyTickets.AgentOfManyAreas, "Cleo", "cleo@example.org", AccountRoles.Agent),
        _ => replica.As(ManyTickets.Customer(42), "Carl", "carl@example.org", AccountRoles.Customer),
    };

    /// <summary>Each request is followed by that for one ticket by its number: what that costs, the machine costs at that moment.</summary>
    static async Task<Times> TimeAsync(HttpClient client, Func<int, string> path, HttpClient control, int count)
    {
        for (var i = 0; i < Warm; i++)
            await AskAsync(client, path(i));
        List<(TimeSpan Took, string Path)> asked = [];
        List<TimeSpan> controls = [];
        for (var i = 0; i < Measured; i++)
        {
            asked.Add((await AskAsync(client, path(i)), path(i)));
            controls.Add(await AskAsync(control, Requests.One(i, count)));
        }

        asked.Sort();
        controls.Sort();
        return new(asked[Measured / 2].Took, asked[Measured * 99 / 100].Took, controls[Measured / 2], controls[Measured * 99 / 100],
            asked[^1].Path);
    }

    static async Task<TimeSpan> AskAsync(HttpClient client, string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
        return Stopwatch.GetElapsedTime(started);
    }

    sealed record Times(TimeSpan P50, TimeSpan P99, TimeSpan ControlP50, TimeSpan ControlP99, string Worst);
}
