using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

/// <summary>One ticket has to do with another.</summary>
sealed class TicketLink
{
    public required Guid TicketId { get; init; }
    public required Guid OtherId { get; init; }
    public required TicketLinkKind Kind { get; init; }
    public required DateTimeOffset LinkedAt { get; init; }
}
