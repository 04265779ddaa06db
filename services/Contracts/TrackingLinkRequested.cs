namespace Helpdesk.Contracts;

/// <summary>
/// Somebody who knows number and mail address of a ticket asks for its link again. It goes to that address and nowhere else: who asked
/// is not known. Published by Ticketing, at most once in a while for each ticket.
/// </summary>
public sealed record TrackingLinkRequested
{
    /// <summary>The ticket, with its customer and the protected tracking secret.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
