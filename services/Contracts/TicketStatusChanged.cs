namespace Helpdesk.Contracts;

/// <summary>
/// Somebody changed the status by hand. Closing and reopening have events of their own, and a reply that moves the status tells it in its
/// snapshot. Published by Ticketing.
/// </summary>
public sealed record TicketStatusChanged
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Status before.</summary>
    public required TicketStatus From { get; init; }
    /// <summary>Status after.</summary>
    public required TicketStatus To { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who changed it.</summary>
    public required Actor ChangedBy { get; init; }
}
