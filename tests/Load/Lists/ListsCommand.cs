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
        await using var installation = new TicketingInstallation();
        await installation.PrepareAsync();
        await new ManyTickets(installation.Database, count).FillAsync();
        await using var replica = new TicketingReplica(installation);
        await replica.ReadyAsync();
        var plans = new Plans(installation.Database);
        using var listening = DiagnosticListener.AllListeners.Subscribe(plans);

        var faults = 0;
        Console.WriteLine($"{"",-70} {"p50",8} {"p99",8}");
        foreach (var (who, path) in Requests.All(count))
        {
            using var client = Client(replica, who);
            var (p50, p99) = await TimeAsync(client, path);
            // Others work on the same machine: what was slow once is asked again before it counts.
            if (p99 > Goal)
                (p50, p99) = await TimeAsync(client, path);
            plans.Listening = true;
            for (var i = 0; i < 5; i++)
                await AskAsync(client, path(i));
            plans.Listening = false;
            var whole = await plans.WholeTablesReadAsync();
            Console.WriteLine($"{who + " " + path(0),-70} {p50.TotalMilliseconds,8:0.0} {p99.TotalMilliseconds,8:0.0}{(p99 > Goal ? "  TOO SLOW" : "")}{(whole.Count > 0 ? "  READS A WHOLE TABLE" : "")}");
            foreach (var plan in whole.Take(1))
                Console.WriteLine(plan);
            faults += p99 > Goal || whole.Count > 0 ? 1 : 0;
        }

        NpgsqlConnection.ClearAllPools();
        Console.WriteLine(faults == 0 ? $"All within {Goal.TotalMilliseconds} ms, all by index" : $"{faults} not as they should be");
        return faults == 0 ? 0 : 1;
    }

    static HttpClient Client(TicketingReplica replica, string who) => who switch
    {
        "dispatcher" => replica.As(ManyTickets.Customer(99_999), "Dora", "dora@example.org", Roles.Dispatcher),
        "agent" => replica.As(ManyTickets.Agent(7), "Ana", "ana@example.org", Roles.Agent),
        _ => replica.As(ManyTickets.Customer(42), "Carl", "carl@example.org", Roles.Customer),
    };

    static async Task<(TimeSpan P50, TimeSpan P99)> TimeAsync(HttpClient client, Func<int, string> path)
    {
        for (var i = 0; i < Warm; i++)
            await AskAsync(client, path(i));
        var times = new List<TimeSpan>();
        for (var i = 0; i < Measured; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await AskAsync(client, path(i));
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        times.Sort();
        return (times[Measured / 2], times[Measured * 99 / 100]);
    }

    static async Task AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }
}
