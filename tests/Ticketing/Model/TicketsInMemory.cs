using System.Collections.Concurrent;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tests.Model;

sealed class TicketsInMemory : ITimedTickets
{
    readonly ConcurrentDictionary<Guid, Ticket> _tickets = new();

    public Policy Policy { get; set; } = null!;

    public void Add(Ticket ticket) => _tickets[ticket.Id] = ticket;

    public Task<Policy> HoldPolicyAsync(CancellationToken cancellationToken) => Task.FromResult(Policy);

    public Task<Ticket?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(_tickets.GetValueOrDefault(id));

    public Task<Ticket?> LockAsync(Guid id, CancellationToken cancellationToken) => FindAsync(id, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, string>> NumbersOfMergedAsync(Ticket ticket, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, string>>(ticket.MergedFrom.ToDictionary(x => x, x => _tickets[x].Number));
}

/// <summary>A clock that a test sets.</summary>
sealed class StoppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
