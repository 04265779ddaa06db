using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging;

/// <summary>Retries undeliverable messages with exponential back-off, and finally sets them aside for an operator.</summary>
sealed class FailedDeliveries(TimeProvider time, IOptions<MessagingOptions> options, ILogger<FailedDeliveries> logger)
{
    const int LongestError = 2000;

    public Task PostponeAsync(DbContext db, OutboxMessage message, Exception error)
    {
        var now = time.GetUtcNow();
        var attempts = message.Attempts + 1;
        DateTimeOffset? setAside = attempts >= options.Value.AttemptsBeforeSetAside ? now : null;
        if (setAside is null)
        {
            logger.LogWarning("Message {MessageId} to {Destination} was not delivered, attempt {Attempt}: {Reason}",
                message.MessageId, message.DestinationAddress, attempts, error.Message);
        }
        else
        {
            logger.LogError(error, "Message {MessageId} to {Destination} is set aside after {Attempt} attempts",
                message.MessageId, message.DestinationAddress, attempts);
        }

        var next = now + BackOff(message.Attempts);
        var reason = error.ToString() is { Length: > LongestError } text ? text[..LongestError] : error.ToString();
        return db.Set<OutboxMessage>().Where(x => x.SequenceNumber == message.SequenceNumber).ExecuteUpdateAsync(row => row
            .SetProperty(x => x.Attempts, attempts).SetProperty(x => x.DeliverAt, next)
            .SetProperty(x => x.Error, reason).SetProperty(x => x.SetAsideAt, setAside), CancellationToken.None);
    }

    /// <summary>Doubles with each attempt, with jitter, so that what failed together is not retried together.</summary>
    TimeSpan BackOff(int attempts)
    {
        var doubled = options.Value.FirstBackOff.TotalSeconds * Math.Pow(2, Math.Min(attempts, 30));
        var pause = Math.Min(options.Value.LongestBackOff.TotalSeconds, doubled);
        return TimeSpan.FromSeconds(pause * (0.8 + (0.2 * Random.Shared.NextDouble())));
    }
}
