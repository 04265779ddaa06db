namespace Helpdesk.Contracts;

/// <summary>The ticket has a new tracking link; the one before opens nothing any more. Published by Ticketing.</summary>
public sealed record TrackingLinkRenewed
{
    /// <summary>The ticket after this, with the new protected tracking secret.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RenewedAt { get; init; }
    /// <summary>Who renewed it: the ticket's owner or a dispatcher.</summary>
    public required Actor RenewedBy { get; init; }
}
