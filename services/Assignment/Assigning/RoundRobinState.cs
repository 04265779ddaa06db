using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// Where the round of an area stands. A row of its own, because it is locked for each choice: renaming the area must neither wait
/// for choices nor hold them up.
/// </summary>
sealed class RoundRobinState
{
    public required Guid AreaId { get; init; }
    /// <summary>Choices made so far; the number of the last receipt.</summary>
    public long Sequence { get; private set; }
    public Guid? PreviousAgentId { get; private set; }

    public static RoundRobinState Load(Guid areaId, long sequence, Guid? previousAgentId) =>
        new() { AreaId = areaId, Sequence = sequence, PreviousAgentId = previousAgentId };

    /// <summary>Chooses for a ticket and moves on; null, and the round stays, when nobody is eligible.</summary>
    public Receipt? Choose(Ticket ticket, IEnumerable<AssignmentCandidate> agents, DateTimeOffset now)
    {
        var candidates = Eligibility.Evaluate(agents);
        if (RoundRobin.Choose(PreviousAgentId, candidates) is not { } chosen)
            return null;

        var receipt = new Receipt
        {
            Id = Guid.CreateVersion7(),
            AreaId = AreaId,
            Sequence = ++Sequence,
            TicketId = ticket.Id,
            TicketNumber = ticket.Number,
            Cause = ticket.Cause,
            CauseVersion = ticket.CauseVersion,
            Policy = RoundRobin.Policy,
            PreviousAgentId = PreviousAgentId,
            Candidates = candidates,
            ChosenAgentId = chosen,
            Reason = AssignmentExplanation.Reason(PreviousAgentId, chosen, candidates),
            ChosenAt = now,
        };
        PreviousAgentId = chosen;
        return receipt;
    }
}
