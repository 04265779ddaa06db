using System.Diagnostics.Metrics;
using MassTransit;
using MassTransit.Logging;
using MassTransit.Middleware;
using MassTransit.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Hands a batch to the broker side by side and says which messages it confirmed.</summary>
sealed class OutboxDelivery(IBus bus, TimeProvider time, IOptions<MessagingOptions> options, ILogger<OutboxDelivery> logger)
{
    static readonly Meter Meter = new("Helpdesk.Messaging");
    static readonly Counter<long> Delivered = Meter.CreateCounter<long>("helpdesk.outbox.delivered", "{message}", "Messages that the broker confirmed.");
    static readonly Counter<long> Failed = Meter.CreateCounter<long>("helpdesk.outbox.failed", "{attempt}", "Deliveries that failed and will be repeated.");

    public async Task<Outcome> Send(List<OutboxMessage> batch, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(options.Value.SendTimeout);
        var sends = batch.ConvertAll(message => Send(message, limit.Token));
        var errors = await Task.WhenAll(sends);

        var outcome = new Outcome([], []);
        foreach (var (message, error) in batch.Zip(errors))
        {
            if (error is null)
            {
                outcome.Delivered.Add(message.SequenceNumber);
                continue;
            }

            if (!stoppingToken.IsCancellationRequested)
                logger.LogWarning("Message {MessageId} to {Destination} was not delivered, attempt {Attempt}: {Reason}", message.MessageId, message.DestinationAddress, message.Attempts + 1, error.Message);
            outcome.Postponed.Add((message.SequenceNumber, time.GetUtcNow() + BackOff(message.Attempts)));
        }

        Delivered.Add(outcome.Delivered.Count);
        Failed.Add(outcome.Postponed.Count);
        return outcome;
    }

    async Task<Exception?> Send(OutboxMessage message, CancellationToken cancellationToken)
    {
        var activity = LogContext.Current?.StartOutboxDeliverActivity(message);
        try
        {
            var endpoint = await bus.GetSendEndpoint(message.DestinationAddress!);
            await endpoint.Send(new SerializedMessageBody(), new OutboxMessageSendPipe(message, message.DestinationAddress), cancellationToken);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
        finally
        {
            activity?.Stop();
        }
    }

    /// <summary>Doubles with each attempt, and scatters, so that what failed together does not come back together.</summary>
    TimeSpan BackOff(int attempts)
    {
        var pause = Math.Min(options.Value.LongestBackOff.TotalSeconds, options.Value.FirstBackOff.TotalSeconds * Math.Pow(2, Math.Min(attempts, 30)));
        return TimeSpan.FromSeconds(pause * (0.8 + (0.2 * Random.Shared.NextDouble())));
    }

    internal sealed record Outcome(List<long> Delivered, List<(long SequenceNumber, DateTimeOffset Next)> Postponed);
}
