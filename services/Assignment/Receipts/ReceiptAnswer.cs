using Helpdesk.Assignment.Rounds;

namespace Helpdesk.Assignment.Receipts;

/// <summary>A choice, for the people whom it concerns.</summary>
public sealed record ReceiptAnswer(
    Guid Id, Guid AreaId, long Sequence, Guid TicketId, string TicketNumber, Guid AgentId, string AgentName, string Reason, string Cause, string Policy,
    Guid? PreviousAgentId, DateTimeOffset ChosenAt, IReadOnlyList<ReceiptAnswer.Candidate> Candidates)
{
    /// <summary>An agent as the choice saw him.</summary>
    /// <param name="OpenTickets">Open tickets he had.</param>
    /// <param name="NotEligibleBecause">A stable word; null when he could be chosen.</param>
    /// <param name="Why">Why me, or why not she, in a sentence.</param>
    public sealed record Candidate(Guid AgentId, string Name, bool Eligible, int OpenTickets, string? NotEligibleBecause, string Why);

    internal static ReceiptAnswer Of(Receipt x)
    {
        var name = x.Candidates.FirstOrDefault(y => y.AgentId == x.ChosenAgentId)?.Name ?? "";
        return new(x.Id, x.AreaId, x.Sequence, x.TicketId, x.TicketNumber, x.ChosenAgentId, name, x.Reason, x.Cause, x.Policy, x.PreviousAgentId, x.ChosenAt,
            [.. x.Candidates.Select(y => new Candidate(y.AgentId, y.Name, y.Eligible, y.OpenTickets, y.NotEligibleBecause, InWords.Why(y, x.ChosenAgentId, name, x.Reason)))]);
    }
}
