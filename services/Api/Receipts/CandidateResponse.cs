namespace Helpdesk.Api.Receipts;

/// <summary>Why one agent was chosen, or was not.</summary>
/// <param name="ReceiptId">In which choice.</param>
/// <param name="TicketNumber">For which ticket.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="Name">Their name then.</param>
/// <param name="Chosen">Whether it was them.</param>
/// <param name="Eligible">Whether they could be chosen.</param>
/// <param name="Because">A stable word, from which each language makes its sentence.</param>
/// <param name="ChosenName">Who was chosen.</param>
/// <param name="PreviousName">Whose turn it was before; null when nobody's, or when they have left the area.</param>
/// <param name="OpenTickets">Open tickets they had; null when they were not in the area.</param>
/// <param name="Capacity">How many they took at most; null for no bound.</param>
/// <param name="ChosenAt">When (UTC).</param>
/// <param name="Why">The same in an English sentence.</param>
public sealed record CandidateResponse(
    Guid ReceiptId, string TicketNumber, Guid AgentId, string Name, bool Chosen, bool Eligible, string Because, string ChosenName,
    string? PreviousName, int? OpenTickets, int? Capacity, DateTimeOffset ChosenAt, string Why);
