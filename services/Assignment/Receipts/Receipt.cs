using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Receipts;

/// <summary>One choice and everything it was made from. Written once, never changed.</summary>
sealed class Receipt
{
    public required Guid Id { get; init; }
    public required Guid AreaId { get; init; }
    /// <summary>Place in the area's choices, from 1 without gaps.</summary>
    public required long Sequence { get; init; }
    public required Guid TicketId { get; init; }
    public required string TicketNumber { get; init; }
    /// <summary>What made the choice due, as a stable word: at most one choice comes of it.</summary>
    public required string Cause { get; init; }
    /// <summary>At which version of the ticket; 0 for its opening.</summary>
    public required long CauseVersion { get; init; }
    public required string Policy { get; init; }
    /// <summary>Where the round stood before.</summary>
    public required Guid? PreviousAgentId { get; init; }
    /// <summary>All agents of the area in the order of the round.</summary>
    public required IReadOnlyList<AssignmentCandidate> Candidates { get; init; }
    /// <summary>Whom it chose, and where the round stands after it.</summary>
    public required Guid ChosenAgentId { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset ChosenAt { get; init; }

    public TicketAssigned ToEvent(Person agent) => new()
    {
        TicketId = TicketId,
        Number = TicketNumber,
        AreaId = AreaId,
        Agent = agent,
        AssignedAt = ChosenAt,
        Receipt = new()
        {
            Id = Id,
            Sequence = Sequence,
            Policy = Policy,
            PreviousAgentId = PreviousAgentId,
            Candidates = Candidates,
            Reason = Reason,
        },
    };
}
