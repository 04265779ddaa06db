using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Sending;

namespace Helpdesk.Notification.Tests;

public sealed class Traces_of_mails(SharedService shared)
{
    readonly Replica _service = shared.Service;

    [Fact]
    public async Task N9_a_mail_belongs_to_the_trace_of_the_event_that_it_tells_and_says_neither_to_whom_nor_what()
    {
        using var source = new ActivitySource("test");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        var ticket = SampleEvents.Ticket(token: _service.Protect("kq3Zr8vT0mXw5LdYb2NfJg"));
        ActivityTraceId trace;
        using (var request = source.StartActivity("request")!)
        {
            trace = request.TraceId;
            await _service.PublishAsync(SampleEvents.Opened(ticket));
        }

        await Eventually.HoldsAsync(() => Mails().Any());
        var mail = Assert.Single(Mails());
        Assert.Equal(("mail ticket-opened", ticket.Number), (mail.DisplayName, (string?)mail.GetTagItem("helpdesk.ticket")));
        Assert.Equal((1, "sent"), (mail.GetTagItem("helpdesk.mail.attempt"), mail.GetTagItem("helpdesk.mail.outcome")));
        // Of who consumed the event, not of who told it.
        Assert.Contains(spans, x => x.SpanId == mail.ParentSpanId && x.GetTagItem("messaging.masstransit.consumer_type") is not null);
        var told = string.Join('\n', spans.Where(x => x.TraceId == trace).SelectMany(x => x.TagObjects).Select(x => x.Value));
        foreach (var kept in new[] { ticket.Customer.Email, ticket.Customer.Name, ticket.Subject })
            Assert.DoesNotContain(kept, told, StringComparison.OrdinalIgnoreCase);

        IEnumerable<Activity> Mails() => spans.Where(x => x.TraceId == trace && x.Source.Name == "Helpdesk.Notification");
    }

    [Fact]
    public void What_becomes_of_mails_is_counted_by_template_and_outcome_and_told_in_their_trace()
    {
        using var meters = new Meters();
        var counted = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, x) =>
        {
            if (instrument.Meter == meters.Created && instrument.Name == "helpdesk.mails")
                x.EnableMeasurementEvents(instrument);
        } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            counted.Add($"{value} {string.Join(' ', tags.ToArray().Select(x => x.Value).OfType<string>())}"));
        listener.Start();
        var meter = new SendingMeter(meters, TimeProvider.System);
        var delivery = Written();
        using var span = new Activity("mail").Start();

        meter.Sent(delivery);
        delivery.Suppress(DeliveryCause.NoAccess, "");
        meter.Suppressed(delivery);
        meter.NotSent(delivery);
        meter.Failed(delivery, DeliveryCause.Refused);

        string[] told =
        [
            "1 ticket-opened sent", "1 ticket-opened suppressed NoAccess", "1 ticket-opened not-sent", "1 ticket-opened failed Refused",
        ];
        Assert.Equal(told, counted);
        Assert.Equal(("failed", "Refused"), (span.GetTagItem("helpdesk.mail.outcome"), span.GetTagItem("helpdesk.mail.cause")));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
    }

    static Delivery Written() => new()
    {
        Id = Guid.NewGuid(), EventId = Guid.NewGuid(), TicketId = null, TicketNumber = "HD-000123",
        Template = "ticket-opened", Language = "es",
        RecipientName = "Ana", RecipientAddress = "ana@example.org", CanonicalAddress = "ana@example.org", Subject = "x",
        Model = "{}", MailId = "<1@example.org>", CreatedAt = DateTimeOffset.UnixEpoch,
    };

    sealed class Meters : IMeterFactory
    {
        public Meter? Created { get; private set; }

        public Meter Create(MeterOptions options) => Created = new Meter(options);

        public void Dispose() => Created?.Dispose();
    }
}
