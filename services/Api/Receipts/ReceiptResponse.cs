namespace Helpdesk.Api.Receipts;

/// <summary>A choice of an agent for a ticket, for the people whom it concerns.</summary>
/// <param name="Id">The receipt.</param>
/// <param name="AreaId">In which area.</param>
/// <param name="Sequence">Place in the area's choices, from 1 without gaps.</param>
/// <param name="TicketId">For which ticket.</param>
/// <param name="TicketNumber">Number of that ticket.</param>
/// <param name="AgentId">Who was chosen.</param>
/// <param name="AgentName">Their name then.</param>
/// <param name="Because">Why they were chosen, as a stable word.</param>
/// <param name="Reason">The same in an English sentence.</param>
/// <param name="Cause">What made a choice due, as a stable word.</param>
/// <param name="Policy">Version of the policy that chose.</param>
/// <param name="PreviousAgentId">Whose turn it was before; null when nobody's.</param>
/// <param name="PreviousAgentName">Their name then; null when they have left the area.</param>
/// <param name="ChosenAt">When (UTC).</param>
/// <param name="Candidates">All agents of the area.</param>
public sealed record ReceiptResponse(
    Guid Id, Guid AreaId, long Sequence, Guid TicketId, string TicketNumber, Guid AgentId, string AgentName, string Because, string Reason,
    string Cause, string Policy, Guid? PreviousAgentId, string? PreviousAgentName, DateTimeOffset ChosenAt,
    IReadOnlyList<ReceiptCandidate> Candidates);

/// <summary>An agent as the choice saw them.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Name">Their name then.</param>
/// <param name="Chosen">Whether it was them.</param>
/// <param name="Eligible">Whether they could be chosen.</param>
/// <param name="OpenTickets">Open tickets they had.</param>
/// <param name="Capacity">How many they took at most; null for no bound.</param>
/// <param name="NotEligibleBecause">A stable word; null when they could be chosen.</param>
/// <param name="Because">Why me, or why not them, as a stable word for every language: a word of a choice or of an obstacle.</param>
/// <param name="Why">The same in an English sentence.</param>
public sealed record ReceiptCandidate(
    Guid AgentId, string Name, bool Chosen, bool Eligible, int OpenTickets, int? Capacity, string? NotEligibleBecause, string Because,
    string Why);

/// <summary>Choices in their order.</summary>
/// <param name="Items">The receipts.</param>
public sealed record ReceiptListResponse(IReadOnlyList<ReceiptResponse> Items);
