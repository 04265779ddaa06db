using NpgsqlTypes;

namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// The words by which a ticket is found: number, subject, name, mail and what was said on it. Kept by the database itself, beside the
/// ticket and not in it, because every change of a ticket would otherwise write all its words anew.
/// </summary>
sealed class SearchWords
{
    public required Guid TicketId { get; init; }
    /// <summary>Words of internal notes carry a weight of their own, so that a search for customers leaves them out.</summary>
    public required NpgsqlTsVector Words { get; init; }
}
