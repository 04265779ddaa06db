namespace Helpdesk.Contracts;

/// <summary>Staff changed how urgent the ticket is. Published by Ticketing.</summary>
public sealed record TicketPriorityChanged
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Priority before.</summary>
    public required TicketPriority From { get; init; }
    /// <summary>Priority after.</summary>
    public required TicketPriority To { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who changed it.</summary>
    public required Actor ChangedBy { get; init; }
}
