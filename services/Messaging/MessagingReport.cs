using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>What a service tells of its messaging to other parts of Helpdesk, at an address that the gateway does not route.</summary>
/// <param name="Service">The service.</param>
/// <param name="OldestDue">Since when the message waits that should have left its outbox first (UTC); null when none is due.</param>
/// <param name="SetAside">Messages that could not be delivered, and that a person must look at.</param>
/// <param name="Queues">The queues that it consumes from and that the broker has.</param>
public sealed record MessagingReport(string Service, DateTimeOffset? OldestDue, int SetAside, IReadOnlyList<string> Queues)
{
    /// <summary>Where each service with <see cref="MessagingSetup.AddMessaging"/> answers with it.</summary>
    public const string Path = "/internal/messaging";

    /// <summary>Reads it from the outbox.</summary>
    /// <param name="db">The service's context.</param>
    /// <param name="queues">What this process consumes from.</param>
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
