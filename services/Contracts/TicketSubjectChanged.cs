namespace Helpdesk.Contracts;

/// <summary>Staff gave the ticket another subject. Published by Ticketing.</summary>
public sealed record TicketSubjectChanged
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Subject before.</summary>
    public required string From { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who did it.</summary>
    public required Actor ChangedBy { get; init; }
}
