using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>
/// What Assignment knows of a ticket: who has it (the agents' load is counted from these rows, so it cannot drift) and whether
/// it waits for an agent (these rows are the queue). Closed tickets stay, for their version tells stale events from new ones.
/// </summary>
sealed class Ticket
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required Guid AreaId { get; set; }
    public required TicketPriority Priority { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>Neither resolved nor closed.</summary>
    public required bool Open { get; set; }
    public Guid? AgentId { get; set; }
    /// <summary>Version of the newest event heard of it.</summary>
    public required long Version { get; set; }
    /// <summary>What makes, or made, a choice due.</summary>
    public string Cause { get; set; } = Causes.Opened;
    /// <summary>Since when it waits for an agent; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; set; }
    /// <summary>Why it waits, as a stable word.</summary>
    public string? WaitingBecause { get; set; }

    public static bool IsOpen(TicketStatus status) => status is not (TicketStatus.Resolved or TicketStatus.Closed);

    public static Ticket Of(TicketSnapshot snapshot) => new()
    {
        Id = snapshot.Id,
        Number = snapshot.Number,
        AreaId = snapshot.AreaId,
        Priority = snapshot.Priority,
        OpenedAt = snapshot.OpenedAt,
        Open = IsOpen(snapshot.Status),
        AgentId = snapshot.Assignee?.Id,
        Version = snapshot.Version,
    };

    public void GoTo(Guid agentId) => (AgentId, WaitingSince, WaitingBecause) = (agentId, null, null);

    public void Wait(string because, DateTimeOffset now) => (WaitingSince, WaitingBecause) = (WaitingSince ?? now, because);
}
