namespace Helpdesk.Contracts;

/// <summary>The customer has been silent for so long that the ticket will soon be closed. Published by Ticketing.</summary>
public sealed record ClosingWarningIssued
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>The public reply of staff that waits for an answer (UTC).</summary>
    public required DateTimeOffset RepliedAt { get; init; }
    /// <summary>When the ticket will be closed if nothing is heard (UTC); not before.</summary>
    public required DateTimeOffset ClosesAt { get; init; }
}
