namespace Helpdesk.Ticketing.Model;

/// <summary>That a ticket goes on in another one, or another one in it.</summary>
/// <param name="Kind">Which of them, and for whom.</param>
/// <param name="TicketId">The other ticket.</param>
/// <param name="ShownToLink">
/// Of <see cref="TicketRelationKind.MergedInto"/>: whether the link of the merged ticket shows the other one. Not for an address that
/// somebody typed: whoever opens a ticket in another's name must not be shown that person's tickets.
/// </param>
sealed record TicketRelation(TicketRelationKind Kind, Guid TicketId, bool ShownToLink = false);

/// <summary>How a ticket goes on in another one.</summary>
enum TicketRelationKind
{
    /// <summary>It was merged into the other one, which was never merged itself: staff goes on there.</summary>
    MergedInto,

    /// <summary>The other one was merged into it.</summary>
    MergedFrom,

    /// <summary>Its customer's replies go into the other one: its follow-up, or what it was merged into when that is theirs too.</summary>
    ContinuedIn,
}
