namespace Helpdesk.Contracts;

/// <summary>
/// The ticket went to somebody, to somebody else, or to nobody. This is the ticket's own word: an assignment that came too late is not in
/// it. Published by Ticketing.
/// </summary>
public sealed record AssigneeChanged
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Who had it; null when nobody.</summary>
    public Person? From { get; init; }
    /// <summary>Who has it now; null when nobody.</summary>
    public Person? To { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who decided; Helpdesk itself when Assignment chose.</summary>
    public required Actor ChangedBy { get; init; }
    /// <summary>The receipt of the automatic choice that led here; null when a person decided.</summary>
    public Guid? ReceiptId { get; init; }
    /// <summary>Why it changed hands.</summary>
    public required AssigneeCause Cause { get; init; }
    /// <summary>What who gave it back or on wrote about it; null when nothing.</summary>
    public string? Reason { get; init; }
}
