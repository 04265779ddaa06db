namespace Helpdesk.Contracts;

/// <summary>A customer, or staff on a customer's behalf, opened a ticket. Published by Ticketing.</summary>
public sealed record TicketOpened
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>What the customer wrote, as plain text.</summary>
    public required string Description { get; init; }
    /// <summary>Who opened it.</summary>
    public required Actor OpenedBy { get; init; }
    /// <summary>Files that came with it; empty when none.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];
    /// <summary>What shows that the words are the customer's own; null when staff wrote them down.</summary>
    public CustomerVerification? Verification { get; init; }
    /// <summary>The ticket that this one goes on from, closed for good before; null when none.</summary>
    public LinkedTicket? FollowUpOf { get; init; }
}
