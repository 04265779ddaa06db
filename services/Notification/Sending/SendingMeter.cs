using System.Diagnostics;
using System.Diagnostics.Metrics;
using Helpdesk.Api.Deliveries;
using Helpdesk.Notification.Ledger;
using Helpdesk.ServiceDefaults.Telemetry;

namespace Helpdesk.Notification.Sending;

/// <summary>
/// What becomes of mails and how long they waited: as numbers, and in the trace of what they tell. Never to whom, or in which words.
/// </summary>
sealed class SendingMeter
{
    static readonly ActivitySource Source = new("Helpdesk.Notification");
    readonly Counter<long> _mails;
    readonly Histogram<double> _waited;
    readonly TimeProvider _time;

    public SendingMeter(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create("Helpdesk.Notification");
        _mails = meter.CreateCounter<long>("helpdesk.mails", "{mail}", "What became of mails, and attempts that failed");
        _waited = meter.CreateHistogram<double>("helpdesk.mails.waited", "s", "From the row in the ledger to the mail server's word");
        _time = time;
    }

    /// <summary>The attempt, as part of the trace in which the mail was written down.</summary>
    public static Activity? Start(Delivery delivery) => Source
        .StartActivity($"mail {delivery.Template}", ActivityKind.Producer, delivery.TraceParent)?
        .SetTag(TicketTag.Key, delivery.TicketNumber).SetTag("helpdesk.mail.attempt", delivery.Attempts);

    public void Sent(Delivery delivery)
    {
        Tell(delivery, "sent");
        _waited.Record((_time.GetUtcNow() - delivery.CreatedAt).TotalSeconds);
    }

    public void NotSent(Delivery delivery) => Tell(delivery, "not-sent");

    public void Failed(Delivery delivery, DeliveryCause cause) => Tell(delivery, "failed", cause);

    public void Suppressed(Delivery delivery) => Tell(delivery, "suppressed", delivery.Cause);

    void Tell(Delivery delivery, string outcome, DeliveryCause? cause = null)
    {
        Activity.Current?.SetTag("helpdesk.mail.outcome", outcome).SetTag("helpdesk.mail.cause", cause?.ToString())
            .SetStatus(outcome is "not-sent" or "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        _mails.Add(1, new("template", delivery.Template), new("outcome", outcome), new("cause", cause?.ToString()));
    }
}
