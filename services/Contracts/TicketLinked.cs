namespace Helpdesk.Contracts;

/// <summary>Staff linked two tickets. Published by Ticketing.</summary>
public sealed record TicketLinked
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>The other one, and how the ticket has to do with it.</summary>
    public required LinkedTicket To { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset LinkedAt { get; init; }
    /// <summary>Who did it.</summary>
    public required Actor LinkedBy { get; init; }
}
