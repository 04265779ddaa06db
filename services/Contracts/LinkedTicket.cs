namespace Helpdesk.Contracts;

/// <summary>Another ticket, and how a ticket has to do with it.</summary>
public sealed record LinkedTicket
{
    /// <summary>How.</summary>
    public required TicketLinkKind Kind { get; init; }
    /// <summary>Which.</summary>
    public required Guid Id { get; init; }
    /// <summary>Number of it, for people.</summary>
    public required string Number { get; init; }
}
