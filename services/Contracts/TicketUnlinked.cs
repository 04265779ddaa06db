namespace Helpdesk.Contracts;

/// <summary>Staff took a link between two tickets away. Published by Ticketing.</summary>
public sealed record TicketUnlinked
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>The other one, and how the ticket had to do with it.</summary>
    public required LinkedTicket From { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset UnlinkedAt { get; init; }
    /// <summary>Who did it.</summary>
    public required Actor UnlinkedBy { get; init; }
}
