namespace Helpdesk.Assignment.Rounds;

/// <summary>The area's round, held until the commit, and what there was when it was taken.</summary>
/// <param name="Round">Where the round stands; null when there is no such area.</param>
/// <param name="Agents">All agents of the area in the order of the round.</param>
/// <param name="TicketKnown">Whether there is a copy of the ticket already.</param>
sealed record Turn(Round? Round, IReadOnlyList<AgentInRound> Agents, bool TicketKnown);
