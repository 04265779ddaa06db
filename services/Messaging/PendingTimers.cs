using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>Lets a service show the timers it has pending.</summary>
public static class PendingTimers
{
    /// <summary>When the timers with these tokens are due (UTC). A token that is missing in the answer is not pending: it fired, or was withdrawn.</summary>
    /// <param name="db">The DbContext of the service.</param>
    /// <param name="tokens">The tokens that the sagas hold.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<Dictionary<Guid, DateTimeOffset>> PendingTimersAsync(this DbContext db, IEnumerable<Guid> tokens, CancellationToken cancellationToken = default)
    {
        var wanted = tokens.ToArray();
        return db.Set<OutboxMessage>().Where(x => x.SchedulingToken != null && wanted.Contains(x.SchedulingToken.Value))
            .ToDictionaryAsync(x => x.SchedulingToken!.Value, x => x.DeliverAt, cancellationToken);
    }
}
