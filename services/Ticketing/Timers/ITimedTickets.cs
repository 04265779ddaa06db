using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Timers;

/// <summary>The tickets whose timers run: a seam, so that the saga is tested without a database.</summary>
interface ITimedTickets
{
    /// <summary>The policy for whoever sets a timer by it, held until the transaction ends.</summary>
    Task<Policy> HoldPolicyAsync(CancellationToken cancellationToken);

    /// <summary>The ticket as this transaction sees it; null when there is none.</summary>
    Task<Ticket?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The same under its row's lock.</summary>
    Task<Ticket?> LockAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The numbers of the tickets that were merged into it.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NumbersOfMergedAsync(Ticket ticket, CancellationToken cancellationToken);
}
