using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Receipts;

/// <summary>A choice, for the people whom it concerns.</summary>
/// <param name="Because">Why the chosen one was chosen, as a stable word.</param>
/// <param name="Reason">The same in an English sentence.</param>
public sealed record ReceiptAnswer(
    Guid Id, Guid AreaId, long Sequence, Guid TicketId, string TicketNumber, Guid AgentId, string AgentName, string Because, string Reason, string Cause, string Policy,
    Guid? PreviousAgentId, string? PreviousAgentName, DateTimeOffset ChosenAt, IReadOnlyList<ReceiptAnswer.Candidate> Candidates)
{
    /// <summary>An agent as the choice saw him.</summary>
    /// <param name="OpenTickets">Open tickets he had.</param>
    /// <param name="Capacity">How many he took at most; null for no bound.</param>
    /// <param name="NotEligibleBecause">A stable word; null when he could be chosen.</param>
    /// <param name="Because">Why me, or why not she, as a stable word for every language: see the words of a choice and of an obstacle.</param>
    /// <param name="Why">The same in an English sentence.</param>
    public sealed record Candidate(
        Guid AgentId, string Name, bool Chosen, bool Eligible, int OpenTickets, int? Capacity, string? NotEligibleBecause, string Because, string Why);

    internal static ReceiptAnswer Of(Receipt x)
    {
        var name = x.Candidates.FirstOrDefault(y => y.AgentId == x.ChosenAgentId)?.Name ?? "";
        var because = AssignmentExplanation.Because(x.PreviousAgentId, x.ChosenAgentId, x.Candidates);
        return new(x.Id, x.AreaId, x.Sequence, x.TicketId, x.TicketNumber, x.ChosenAgentId, name, because, x.Reason, x.Cause, x.Policy,
            x.PreviousAgentId, x.Candidates.FirstOrDefault(y => y.AgentId == x.PreviousAgentId)?.Name, x.ChosenAt,
            [.. x.Candidates.Select(y => Seen(y, x, name, because))]);
    }

    static Candidate Seen(AssignmentCandidate y, Receipt x, string chosenName, string because) => new(
        y.AgentId, y.Name, y.AgentId == x.ChosenAgentId, y.Eligible, y.OpenTickets, y.Facts?.Capacity, y.NotEligibleBecause,
        y.AgentId == x.ChosenAgentId ? because : y.NotEligibleBecause ?? AssignmentExplanation.NotTheirTurn, AssignmentExplanation.Why(y, x.ChosenAgentId, chosenName, x.Reason));
}
