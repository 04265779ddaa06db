using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

// A ticket that ended for good may go on in another one.
sealed partial class Ticket
{
    /// <summary>The ticket it was merged into, never one that was merged itself.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The tickets that were merged into this one.</summary>
    public Guid[] MergedFrom { get; private set; } = [];

    /// <summary>Where its customer's words go once it takes none any more: into its follow-up, or into what it was merged into when that is his too.</summary>
    public Guid? ContinuedInId { get; private set; }

    /// <summary>
    /// Whether the link of this merged ticket may show the other one. Not for an address that somebody typed: who opens a ticket
    /// in another's name must not be shown that person's tickets.
    /// </summary>
    public bool LinkLeadsOn { get; private set; }

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>Whether neither a reply nor its customer opens it again.</summary>
    public bool EndedForGood(DateTimeOffset now) => IsClosed && (IsMerged || now > ReopenableUntil);

    /// <summary>The ticket that takes what its customer says now, when that is another one.</summary>
    public Guid? GoesOnIn(DateTimeOffset now) => EndedForGood(now) ? ContinuedInId : null;

    /// <summary>Its customer went on in a new ticket.</summary>
    public void GoOnIn(Ticket next, DateTimeOffset now)
    {
        ContinuedInId = next.Id;
        Record(TimelineKind.FollowedUp, AsActor(), now, ("number", next.Number));
    }

    public LinkedTicket As(TicketLinkKind kind) => new() { Kind = kind, Id = Id, Number = Number };

    static Refusal Merged { get; } = new("ticket-merged", "This ticket was merged into another one, and goes on there.");
}
