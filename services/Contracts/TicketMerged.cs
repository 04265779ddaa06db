namespace Helpdesk.Contracts;

/// <summary>
/// Staff merged the ticket into another one: it is closed, its conversation stands in the other one. Published by Ticketing.
/// </summary>
public sealed record TicketMerged
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>The ticket that goes on, after this.</summary>
    public required TicketSnapshot Into { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset MergedAt { get; init; }
    /// <summary>Who did it.</summary>
    public required Actor MergedBy { get; init; }
    /// <summary>Tickets that were merged into this one before, and go along; empty when none.</summary>
    public IReadOnlyList<Guid> MergedFrom { get; init; } = [];
    /// <summary>
    /// It brought words of the customer that are newer than the staff's last answer in the ticket that goes on: there it counts as
    /// the customer's reply.
    /// </summary>
    public bool BroughtCustomerReply { get; init; }
}
