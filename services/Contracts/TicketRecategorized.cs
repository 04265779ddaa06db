namespace Helpdesk.Contracts;

/// <summary>Staff filed the ticket under another category, and by that perhaps in another area. Published by Ticketing.</summary>
public sealed record TicketRecategorized
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Category before.</summary>
    public required Guid FromCategoryId { get; init; }
    /// <summary>Title of that category.</summary>
    public required string FromCategoryTitle { get; init; }
    /// <summary>Area before.</summary>
    public required Guid FromAreaId { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who did it.</summary>
    public required Actor ChangedBy { get; init; }
}
