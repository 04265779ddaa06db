using System.Diagnostics;
using System.Globalization;
using System.Net;
using Helpdesk.ServiceDefaults.Authentication;
using Npgsql;

namespace Helpdesk.Load.Lists;

/// <summary>Every list, search and count of Ticketing's API over a million tickets unless told otherwise: how long it takes, and that no plan reads a large table from end to end.</summary>
static class ListsCommand
{
    const int Warm = 20, Measured = 200;
    static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var wanted, ..] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 1_000_000;
        await using var installation = new TicketingInstallation(args.ElementAtOrDefault(1));
        await installation.PrepareAsync();
        if (args.Length < 2)
            await new ManyTickets(installation.Tickets, count).FillAsync();
        Console.WriteLine($"database {new NpgsqlConnectionStringBuilder(installation.Tickets).Database}; load of the machine {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}, {Environment.ProcessorCount} processors");
        await using var replica = new TicketingReplica(installation);
        await replica.ReadyAsync();
        await using var bare = new Bare(installation.Tickets);
        var plans = new Plans(installation.Tickets);
        using var listening = DiagnosticListener.AllListeners.Subscribe(plans);

        var faults = 0;
        Console.WriteLine($"{"milliseconds; the last two: p99 of a bare select 1 meanwhile, and p99 by it",-78} {"p50",7} {"p99",7} {"bare",7} {"ratio",6}");
        foreach (var (who, path) in Requests.All(count))
        {
            using var client = Client(replica, who);
            var times = await TimeAsync(client, path, bare);
            // Others work on the same machine: what was slow once is asked again before it counts.
            if (times.P99 > Goal)
                times = await TimeAsync(client, path, bare);
            plans.Listening = true;
            for (var i = 0; i < 5; i++)
                await AskAsync(client, path(i));
            plans.Listening = false;
            var whole = await plans.WholeTablesReadAsync();
            Console.WriteLine($"{who + " " + path(0),-78} {Ms(times.P50),7} {Ms(times.P99),7} {Ms(times.Bare),7} {times.P99 / times.Bare,6:0}{(times.P99 > Goal ? $"  TOO SLOW, worst {times.Worst}" : "")}{(whole.Count > 0 ? "  READS A WHOLE TABLE" : "")}");
            foreach (var plan in whole.Take(1))
                Console.WriteLine(plan);
            faults += times.P99 > Goal || whole.Count > 0 ? 1 : 0;
        }

        NpgsqlConnection.ClearAllPools();
        Console.WriteLine(faults == 0 ? $"All within {Goal.TotalMilliseconds} ms, all by index" : $"{faults} not as they should be");
        return faults == 0 ? 0 : 1;

        static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
    }

    static HttpClient Client(TicketingReplica replica, string who) => who switch
    {
        "dispatcher" => replica.As(ManyTickets.Customer(99_999), "Dora", "dora@example.org", Roles.Dispatcher),
        "agent" => replica.As(ManyTickets.Agent(7), "Ana", "ana@example.org", Roles.Agent),
        _ => replica.As(ManyTickets.Customer(42), "Carl", "carl@example.org", Roles.Customer),
    };

    /// <summary>Each request is followed by a bare question to the database: what that costs, the machine costs at that moment.</summary>
    static async Task<Times> TimeAsync(HttpClient client, Func<int, string> path, Bare bare)
    {
        for (var i = 0; i < Warm; i++)
            await AskAsync(client, path(i));
        List<(TimeSpan Took, string Path)> asked = [];
        List<TimeSpan> bares = [];
        for (var i = 0; i < Measured; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await AskAsync(client, path(i));
            asked.Add((Stopwatch.GetElapsedTime(started), path(i)));
            bares.Add(await bare.AskAsync());
        }

        asked.Sort();
        bares.Sort();
        return new(asked[Measured / 2].Took, asked[Measured * 99 / 100].Took, bares[Measured * 99 / 100], asked[^1].Path);
    }

    static async Task AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }

    sealed record Times(TimeSpan P50, TimeSpan P99, TimeSpan Bare, string Worst);
}
