using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using NpgsqlTypes;

namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// The words by which a ticket is found: number, subject, name, mail and what was said on it. Kept by the database itself, beside the
/// ticket and not in it, because every change of a ticket would otherwise write all its words anew. What lists go by is repeated here.
/// The index of words knows of that by <see cref="Facets"/>; a change of anything else, as of the hour, writes this row alone.
/// </summary>
sealed class SearchEntry : IListed
{
    /// <summary>The ticket's.</summary>
    public required Guid Id { get; init; }
    /// <summary>Words of internal notes carry a weight of their own, so that a search for customers leaves them out.</summary>
    public required NpgsqlTsVector Words { get; init; }
    public TicketStatus Status { get; private set; }
    public TicketPriority Priority { get; private set; }
    public Guid AreaId { get; private set; }
    public Guid CategoryId { get; private set; }
    public Guid? CustomerId { get; private set; }
    public Guid? AssigneeId { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? WaitingSince { get; private set; }
    public string[] Tags { get; private set; } = [];
}
