using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>The state of a service's messaging, for other services of Helpdesk, at an address that the gateway does not route.</summary>
/// <param name="Service">The service.</param>
/// <param name="OldestDue">Since when the oldest due message waits in the outbox (UTC); null when none is due.</param>
/// <param name="SetAside">Undeliverable messages that wait for an operator.</param>
/// <param name="Queues">The queues that it consumes from, as far as they exist.</param>
public sealed record MessagingReport(string Service, DateTimeOffset? OldestDue, int SetAside, IReadOnlyList<string> Queues)
{
    /// <summary>Its address in every service with <see cref="MessagingSetup.AddMessaging"/>.</summary>
    public const string Path = "/internal/messaging";

    /// <summary>Reads it from the outbox.</summary>
    /// <param name="db">The service's context.</param>
    /// <param name="queues">The queues of this process.</param>
    /// <param name="now">The present moment (UTC).</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public static async Task<MessagingReport> ReadAsync(
        DbContext db, ConsumedQueues queues, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outbox = db.Set<OutboxMessage>();
        var oldest = await outbox.Where(x => x.SetAsideAt == null && x.DeliverAt <= now).OrderBy(x => x.DeliverAt)
            .Select(x => (DateTimeOffset?)x.DeliverAt).FirstOrDefaultAsync(cancellationToken);
        return new(queues.Service, oldest, await outbox.CountAsync(x => x.SetAsideAt != null, cancellationToken), queues.Names);
    }
}
