using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Helpdesk.Fixtures;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Messaging.Tests;

public sealed class What_is_told_of_the_outbox
{
    [Fact]
    public async Task Is_how_long_the_oldest_message_waits_what_was_set_aside_and_which_timers_are_late()
    {
        // Nothing leaves without the broker. The timers are rows like any other, with a token.
        await using var away = await SampleHost.StartAsync(broker: SampleHost.Nowhere);
        await away.PublishAndSave([.. Enumerable.Range(0, 5).Select(_ => new Ping(Guid.NewGuid(), "waits"))]);
        await away.InScope((_, db) => db.Database.ExecuteSqlAsync($"""
            UPDATE outbox_message SET
                scheduling_token = CASE WHEN sequence_number % 5 < 3 THEN gen_random_uuid() END,
                deliver_at = deliver_at + CASE sequence_number % 5
                    WHEN 0 THEN interval '3 days' WHEN 1 THEN interval '1 hour' ELSE interval '0' END,
                set_aside_at = CASE WHEN sequence_number % 5 = 4 THEN now() END
            """));
        away.Clock.Advance(TimeSpan.FromMinutes(2));

        var told = new ConcurrentDictionary<string, double>();
        await using var host = await WatchedAsync(away, told);
        await Eventually.HoldsAsync(() => told.Count == 4);
        Assert.InRange(told["helpdesk.outbox.oldest"], 120, 180);
        Assert.Equal((1, 2, 1), (told["helpdesk.outbox.set_aside"], told["helpdesk.timers running"], told["helpdesk.timers overdue"]));
    }

    static async Task<SampleHost> WatchedAsync(SampleHost beside, ConcurrentDictionary<string, double> told)
    {
        IMeterFactory? factory = null;
        var listener = new MeterListener
        {
            // Others of this process have instruments with the same names.
            InstrumentPublished = (instrument, x) =>
            {
                if (instrument.Meter.Name == "Helpdesk.Messaging" && (factory is null || instrument.Meter.Scope == factory))
                    x.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Tell(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Tell(instrument, value, tags));
        listener.Start();
        var host = await SampleHost.StartAsync(beside.Database, SampleHost.Nowhere, beside.Clock);
        factory = host.Services.GetRequiredService<IMeterFactory>();
        return host;

        void Tell(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (factory is null || instrument.Meter.Scope == factory)
                told[string.Join(' ', [instrument.Name, .. tags.ToArray().Select(x => x.Value)])] = value;
        }
    }
}
