using Helpdesk.Api.Receipts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Receipts;

static class ReceiptMapping
{
    public static ReceiptResponse ToResponse(this Receipt x)
    {
        var name = x.Candidates.FirstOrDefault(y => y.AgentId == x.ChosenAgentId)?.Name ?? "";
        var because = AssignmentExplanation.Because(x.PreviousAgentId, x.ChosenAgentId, x.Candidates);
        return new(
            x.Id, x.AreaId, x.Sequence, x.TicketId, x.TicketNumber, x.ChosenAgentId, name, because, x.Reason, x.Cause, x.Policy,
            x.PreviousAgentId, x.Candidates.FirstOrDefault(y => y.AgentId == x.PreviousAgentId)?.Name, x.ChosenAt,
            [.. x.Candidates.Select(y => ToResponse(y, x, name, because))]);
    }

    static ReceiptCandidate ToResponse(AssignmentCandidate y, Receipt x, string chosenName, string because) => new(
        y.AgentId, y.Name, y.AgentId == x.ChosenAgentId, y.Eligible, y.OpenTickets, y.Facts?.Capacity, y.NotEligibleBecause,
        y.AgentId == x.ChosenAgentId ? because : y.NotEligibleBecause ?? AssignmentExplanation.NotTheirTurn,
        AssignmentExplanation.Why(y, x.ChosenAgentId, chosenName, x.Reason));
}
