using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Timers;

sealed class DatabaseTimedTickets(TicketingDbContext db, CachedPolicy policies) : ITimedTickets
{
    public Task<Policy> HoldPolicyAsync(CancellationToken cancellationToken) => policies.HoldAsync(db, cancellationToken);

    // Tracked: what a due timer just did in this transaction counts.
    public Task<Ticket?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Tickets.SingleOrDefaultAsync(x => x.Id == id, cancellationToken);

    public Task<Ticket?> LockAsync(Guid id, CancellationToken cancellationToken) => db.LockTicketAsync(id, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> NumbersOfMergedAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var ids = ticket.MergedFrom;
        return ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.Tickets.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Number, cancellationToken);
    }
}
