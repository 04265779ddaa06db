using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// Asks to assign what waits in an area, because an agent may be there now. It leaves with the commit of that fact, and that is
/// the point: whoever chooses after it sees the agent, and whoever chose before it has left its ticket in the queue.
/// </summary>
/// <param name="AreaId">The area.</param>
public sealed record DrainArea(Guid AreaId)
{
    /// <summary>A ticket that has just come to the queue: wherever it stands there, it is looked at too.</summary>
    public Guid? TicketId { get; init; }
    /// <summary>The rules or the agents have changed: every ticket is looked at, also when nobody can take one.</summary>
    public bool Everything { get; init; }
    /// <summary>Those up to here have been looked at; null at the beginning.</summary>
    public PlaceInQueue? After { get; init; }

    /// <summary>
    /// The rest of the queue; null at its end. With nobody left who could take a ticket, those further back wait as they did, however
    /// many they are.
    /// </summary>
    internal DrainArea? NextBatch(IReadOnlyList<Ticket> seen, int batchSize, bool anyoneCanTake) =>
        seen.Count == batchSize && (Everything || anyoneCanTake)
            ? this with { After = new(seen[^1].Priority, seen[^1].OpenedAt, seen[^1].Id) }
            : null;
}

/// <summary>Where a ticket stands in the queue: the most urgent first, and of these the oldest.</summary>
public sealed record PlaceInQueue(TicketPriority Priority, DateTimeOffset OpenedAt, Guid TicketId);
