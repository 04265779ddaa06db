using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

/// <summary>
/// What lists select and order by. It stands in the ticket, and again beside its words: a search then reads no ticket but those it shows.
/// </summary>
interface IListed
{
    Guid Id { get; }
    TicketStatus Status { get; }
    TicketPriority Priority { get; }
    Guid AreaId { get; }
    Guid CategoryId { get; }
    Guid? CustomerId { get; }
    Guid? AssigneeId { get; }
    DateTimeOffset OpenedAt { get; }
    DateTimeOffset UpdatedAt { get; }
    DateTimeOffset? WaitingSince { get; }
    string[] Tags { get; }
}
