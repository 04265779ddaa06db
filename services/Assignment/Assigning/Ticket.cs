using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// What Assignment knows of a ticket: who has it (the agents' load is counted from these rows, so it cannot drift) and whether
/// it waits for an agent (these rows are the queue). Closed tickets stay, for their version tells stale events from new ones.
/// </summary>
sealed partial class Ticket
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Subject { get; set; }
    public required Guid AreaId { get; set; }
    public required TicketPriority Priority { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>Neither resolved nor closed.</summary>
    public required bool Open { get; set; }
    public Guid? AgentId { get; set; }
    /// <summary>They were chosen, and Ticketing has not recorded it yet: until then its events say that nobody has it.</summary>
    public bool Pending { get; set; }
    /// <summary>Version of the newest event heard of it.</summary>
    public required long Version { get; set; }
    /// <summary>Version of the newest event by which it changed hands; 0 while it has not.</summary>
    public long AssigneeVersion { get; set; }
    /// <summary>What makes, or made, a choice due, and at which version of the ticket: at most one choice comes of it.</summary>
    public string Cause { get; set; } = AssignmentCauses.Opened;
    public long CauseVersion { get; set; }
    /// <summary>Agents who gave it back while it was in this area.</summary>
    public Guid[] ReturnedBy { get; set; } = [];
    /// <summary>From whom it was taken when they went away.</summary>
    public Guid? HandedBackBy { get; set; }

    public static bool IsOpen(TicketStatus status) => status is not (TicketStatus.Resolved or TicketStatus.Closed);

    public static Ticket From(TicketSnapshot snapshot)
    {
        var ticket = new Ticket
        {
            Id = snapshot.Id,
            Number = snapshot.Number,
            Subject = snapshot.Subject,
            AreaId = snapshot.AreaId,
            Priority = snapshot.Priority,
            OpenedAt = snapshot.OpenedAt,
            Open = IsOpen(snapshot.Status),
            AgentId = snapshot.Assignee?.Id,
            Version = snapshot.Version,
        };
        ticket.SetCustomer(snapshot.Customer);
        return ticket;
    }

    /// <summary>Nothing has become of it yet, and no choice is due for another reason.</summary>
    public bool AwaitsFirstChoice => this is { Open: true, AgentId: null, WaitingSince: null, AssigneeVersion: 0 };

    /// <summary>Whose load it is part of; null when nobody's.</summary>
    public Guid? LoadOf => Open ? AgentId : null;

    public void AssignTo(Guid agentId)
    {
        (AgentId, Pending) = (agentId, true);
        LeaveQueue();
    }
}
