using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace Helpdesk.Messaging;

/// <summary>Sends a batch concurrently, and finds out which messages the broker confirmed and which it refused.</summary>
sealed class OutboxDelivery(IBusControl bus, TimeProvider time, IOptions<MessagingOptions> options)
{
    static readonly Meter Meter = new("Helpdesk.Messaging");
    static readonly Counter<long> Delivered =
        Meter.CreateCounter<long>("helpdesk.outbox.delivered", "{message}", "Messages that the broker confirmed.");
    static readonly Counter<long> Failed =
        Meter.CreateCounter<long>("helpdesk.outbox.failed", "{attempt}", "Deliveries that failed and will be retried.");

    static readonly TimeSpan AfterClosedChannel = TimeSpan.FromMilliseconds(50);

    /// <summary>Call it once, before the first message.</summary>
    public void Connect() => bus.ConnectSendObserver(new SingleSend.FailureObserver());

    public async Task<Outcome> Send(List<OutboxMessage> batch, CancellationToken stoppingToken)
    {
        var outcome = new Outcome([], []);
        var unconfirmed = new List<OutboxMessage>();
        using (var limit = Limit(stoppingToken))
        {
            var errors = await Task.WhenAll(batch.ConvertAll(message => Send(message, limit.Token)));
            foreach (var (message, error) in batch.Zip(errors))
            {
                if (error is null)
                    outcome.Delivered.Add(message.SequenceNumber);
                else
                    unconfirmed.Add(message);
            }
        }

        await SendOneByOneAsync(unconfirmed, outcome, stoppingToken);
        Delivered.Add(outcome.Delivered.Count);
        Failed.Add(outcome.Refused.Count);
        return outcome;
    }

    /// <summary>
    /// A refused message closes the channel that the whole batch shares, so each failed message is sent again by itself before it counts as
    /// refused. While the broker is down none does: the rows stay as they are.
    /// </summary>
    async Task SendOneByOneAsync(List<OutboxMessage> unconfirmed, Outcome outcome, CancellationToken stoppingToken)
    {
        using var limit = Limit(stoppingToken);
        foreach (var message in unconfirmed)
        {
            if (limit.IsCancellationRequested || !IsBrokerAvailable)
                return;

            var error = await Send(message, limit.Token);
            var pause = AfterClosedChannel;
            while (error is not null && IsClosedChannel(error) && pause < AfterClosedChannel * 10 && !limit.IsCancellationRequested)
            {
                await Task.Delay(pause, CancellationToken.None);
                error = await Send(message, limit.Token);
                pause *= 2;
            }

            if (error is null)
                outcome.Delivered.Add(message.SequenceNumber);
            // A broker that accepts nothing at all in time, such as with a full disk, is no fault of the message.
            else if (IsBrokerAvailable && !stoppingToken.IsCancellationRequested
                && (error is not OperationCanceledException || outcome.Delivered.Count > 0))
                outcome.Refused.Add((message, error));
        }
    }

    /// <summary>Perhaps the channel that the previous message closed, and that the bus has not replaced yet.</summary>
    static bool IsClosedChannel(Exception error) =>
        error is AlreadyClosedException or ObjectDisposedException or OperationCanceledException;

    public bool IsBrokerAvailable => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    CancellationTokenSource Limit(CancellationToken stoppingToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(options.Value.SendTimeout);
        return limit;
    }

    async Task<Exception?> Send(OutboxMessage message, CancellationToken limit)
    {
        using var timer = MessageSpans.StartTimer(message);
        using var delivery = new SingleSend(message, time, limit);
        return await delivery.Send(bus);
    }

    internal sealed record Outcome(List<long> Delivered, List<(OutboxMessage Message, Exception Error)> Refused);
}
