namespace Helpdesk.Contracts;

/// <summary>The ticket ended. Published by Ticketing.</summary>
public sealed record TicketClosed
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>When (UTC). Reopening and retention count from here.</summary>
    public required DateTimeOffset ClosedAt { get; init; }
    /// <summary>Who closed it.</summary>
    public required Actor ClosedBy { get; init; }
    /// <summary>Why.</summary>
    public required ClosingReason Reason { get; init; }
    /// <summary>Until when a reply of the customer reopens it (UTC).</summary>
    public required DateTimeOffset ReopenableUntil { get; init; }
    /// <summary>What the closing person said, as plain text; null when nothing.</summary>
    public string? Comment { get; init; }
}
