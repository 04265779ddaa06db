using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Queue;
using Helpdesk.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Assignment.Tests;

public sealed class Metrics_of_the_queues(SharedService shared)
{
    [Fact]
    public async Task Is_how_many_tickets_wait_in_each_area_also_where_none_does()
    {
        var (busy, idle) = ($"Busy {Guid.NewGuid():N}", $"Idle {Guid.NewGuid():N}");
        var area = await shared.Service.AreaAsync(busy);
        await shared.Service.AreaAsync(idle);
        foreach (var ticket in new[] { SampleEvents.Ticket(area), SampleEvents.Ticket(area) })
            await shared.Service.WaitsAsync(ticket, WaitingReasons.NoAgents);

        var told = new ConcurrentDictionary<string, int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, x) =>
            {
                if (instrument.Name == "helpdesk.queue")
                    x.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => told[(string)tags[0].Value!] = value);
        listener.Start();
        var services = shared.Service.Services;
        using var meter = new QueueMetrics(
            services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<IMeterFactory>(), TimeProvider.System);
        await meter.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() =>
        {
            listener.RecordObservableInstruments();
            return told.ContainsKey(busy);
        });

        Assert.Equal((2, 0), (told[busy], told[idle]));
        await meter.StopAsync(TestContext.Current.CancellationToken);
    }
}
