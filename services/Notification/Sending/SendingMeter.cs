using System.Diagnostics.Metrics;
using Helpdesk.Notification.Ledger;

namespace Helpdesk.Notification.Sending;

/// <summary>How many mails leave and how long they waited.</summary>
sealed class SendingMeter
{
    readonly Counter<long> _sent;
    readonly Counter<long> _notSent;
    readonly Counter<long> _failed;
    readonly Histogram<double> _waited;
    readonly TimeProvider _time;

    public SendingMeter(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create("Helpdesk.Notification");
        _sent = meter.CreateCounter<long>("helpdesk.mail.sent", description: "Mails that the mail server took");
        _notSent = meter.CreateCounter<long>("helpdesk.mail.not_sent", description: "Attempts that failed");
        _failed = meter.CreateCounter<long>("helpdesk.mail.failed", description: "Mails given up");
        _waited = meter.CreateHistogram<double>("helpdesk.mail.waited", "s", "From the row in the ledger to the mail server's word");
        _time = time;
    }

    public void Sent(Delivery delivery)
    {
        _sent.Add(1, new KeyValuePair<string, object?>("template", delivery.Template));
        _waited.Record((_time.GetUtcNow() - delivery.CreatedAt).TotalSeconds);
    }

    public void NotSent(Delivery delivery) => _notSent.Add(1, new KeyValuePair<string, object?>("template", delivery.Template));

    public void Failed(Delivery delivery, DeliveryCause cause) => _failed.Add(1, new("template", delivery.Template), new KeyValuePair<string, object?>("cause", cause.ToString()));
}
