namespace Helpdesk.Contracts;

/// <summary>The customer said how good the help was. Published by Ticketing.</summary>
public sealed record TicketRated
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>From 1, bad, to 5, very good.</summary>
    public required int Score { get; init; }
    /// <summary>What the customer wrote; null when nothing.</summary>
    public string? Comment { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RatedAt { get; init; }
}
