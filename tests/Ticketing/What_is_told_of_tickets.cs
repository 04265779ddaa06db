using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Ticketing.Tests;

public sealed class What_is_told_of_tickets : TicketingTest
{
    [Fact]
    public async Task Is_by_which_way_they_were_opened_once_they_are()
    {
        var counted = new ConcurrentQueue<string>();
        using var listener = Counting(counted);
        (await Service.Anonymous().PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.BadRequest);
        Assert.Empty(counted);

        var old = await OpenAsync();
        (await Service.As(Ana).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created);
        var carl = Account.Customer("Carl Customer");
        (await Service.As(carl).PostAsync("/api/tickets", new { categoryId = Category.CategoryId, description = "x" }))
            .Expect(HttpStatusCode.Created);
        (await Service.ByLink(old.Secret).PutAsync($"/api/tickets/{old.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Installation.Clock.Advance(TimeSpan.FromDays(15));
        // The second of these goes into the ticket that the first opened.
        foreach (var text in new[] { "Once more", "And this" })
            (await Service.ByLink(old.Secret).PostAsync($"/api/tickets/{old.Number}/replies", new { text })).Expect(HttpStatusCode.Created);

        Assert.Equal(["anonymous", "staff", "account", "follow-up"], counted);
    }

    [Fact]
    public async Task Is_the_number_in_the_trace_of_who_came_by_the_link_too()
    {
        var ticket = await OpenAsync();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = x => x.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK);

        await Eventually.HoldsAsync(() => spans.Any(x => (string?)x.GetTagItem("helpdesk.ticket") == ticket.Number));
    }

    MeterListener Counting(ConcurrentQueue<string> counted)
    {
        // Other hosts of this process count theirs.
        var mine = Service.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, x) =>
            {
                if (instrument.Name == "helpdesk.tickets.opened" && instrument.Meter.Scope == mine)
                    x.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Enqueue((string)tags[0].Value!));
        listener.Start();
        return listener;
    }
}
