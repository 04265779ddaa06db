using System.Diagnostics;
using System.Globalization;
using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Load.Dispatching;

/// <summary>
/// How fast one replica drains its outbox, beside how fast the same messages go when nothing keeps them: 30,000 unless told otherwise.
/// </summary>
static class DispatcherCommand
{
    const int Goal = 3000;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var wanted, ..] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 30_000;
        var database = await TestServers.CreateDatabaseAsync();
        var broker = await TestServers.CreateVirtualHostAsync();
        await using var channel = await BareChannel.OpenAsync(broker);

        // The writer's clock is ahead: what it writes is due only once the dispatcher's clock has caught up.
        var ahead = new TestClock();
        ahead.Advance(TimeSpan.FromHours(1));
        using (var writer = await DrainHost.BuildAsync(database, broker, ahead))
        {
            var writing = Stopwatch.StartNew();
            await writer.WriteAsync(count);
            Console.WriteLine(
                $"{count} rows written at {count / writing.Elapsed.TotalSeconds:0} a second, " +
                $"in transactions of {DrainHost.PerTransaction}");
        }

        var clock = new TestClock();
        using var host = await DrainHost.BuildAsync(database, broker, clock);
        await host.StartAsync();
        // Only a warm dispatcher tells what it does all day.
        await host.WriteAsync(2000);
        await channel.TakeAllAsync(2000);

        var before = Environment.CpuUsage.TotalTime;
        var bare = await channel.PublishAsync(count);
        await channel.TakeAllAsync(count);
        Console.WriteLine(
            $"bare publishing, {BareChannel.InFlight} in flight: {bare:0} messages a second, " +
            $"{(Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count:0} µs of processor each");

        before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        clock.Advance(TimeSpan.FromHours(2));
        host.Wake();
        await Eventually.HoldsAsync(async () => await host.IsDrainedAsync(), TimeSpan.FromMinutes(3));
        var outbox = count / watch.Elapsed.TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count;
        var arrived = await channel.TakeAllAsync(count);

        Console.WriteLine(
            $"outbox, one replica: {outbox:0} messages a second, {outbox / bare:0.00} of bare publishing; " +
            $"{arrived} of {count} arrived, {processor:0} µs of processor each");
        await host.StopAsync();
        return arrived == count && outbox >= Goal ? 0 : 1;
    }
}
