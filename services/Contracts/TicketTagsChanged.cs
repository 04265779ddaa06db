namespace Helpdesk.Contracts;

/// <summary>Staff put tags on the ticket or took some off. Published by Ticketing.</summary>
public sealed record TicketTagsChanged
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Tags that are new.</summary>
    public required IReadOnlyList<string> Added { get; init; }
    /// <summary>Tags that are gone.</summary>
    public required IReadOnlyList<string> Removed { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who did it.</summary>
    public required Actor ChangedBy { get; init; }
}
