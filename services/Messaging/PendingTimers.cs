using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>Reads the pending timers of a service.</summary>
public static class PendingTimers
{
    /// <summary>When the timers with these tokens are due (UTC). A token missing in the result has fired or was cancelled.</summary>
    /// <param name="db">The DbContext of the service.</param>
    /// <param name="tokens">The tokens that the sagas hold.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<Dictionary<Guid, DateTimeOffset>> PendingTimersAsync(
        this DbContext db, IEnumerable<Guid> tokens, CancellationToken cancellationToken = default)
    {
        var wanted = tokens.ToArray();
        return db.Set<OutboxMessage>().Where(x => x.SchedulingToken != null && wanted.Contains(x.SchedulingToken.Value))
            .ToDictionaryAsync(x => x.SchedulingToken!.Value, x => x.DeliverAt, cancellationToken);
    }
}
