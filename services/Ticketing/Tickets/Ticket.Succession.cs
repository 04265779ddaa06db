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

    /// <summary>Staff says that this ticket is about what the other one is about. This one closes; what belongs to it goes along.</summary>
    /// <param name="other">The one that goes on.</param>
    /// <param name="openedBySelf">Whether its customer was signed in when they opened it.</param>
    /// <param name="unanswered">Whether its customer said something without an answer: that counts as a reply in the other one.</param>
    /// <param name="by">Who merges.</param>
    /// <param name="now">The hour.</param>
    public void MergeInto(Ticket other, bool openedBySelf, bool unanswered, Actor by, DateTimeOffset now)
    {
        Close(by, Contracts.ClosingReason.Merged, now, TimeSpan.Zero);
        (ClosingReason, ReopenableUntil, MergedIntoId) = (Contracts.ClosingReason.Merged, ClosedAt, other.Id);
        LinkLeadsOn = openedBySelf && IsOfSameAccount(other);
        // Of two addresses that were typed neither is better than the other; but what was typed never speaks for an account.
        ContinuedInId = LinkLeadsOn || (CustomerId is null && other.CustomerId is null && IsOfSameMailbox(other)) ? other.Id : null;
        other.MergedFrom = [.. other.MergedFrom, Id, .. MergedFrom];
        other.KeptFiles += KeptFiles;
        var earlier = MergedFrom;
        (KeptFiles, MergedFrom) = (0, []);
        Record(TimelineKind.Merged, by, now, ("into", other.Number));
        var from = other.Status;
        if (unanswered)
            other.HearCustomer(now);
        other.Record(TimelineKind.MergedFrom, by, now, ("number", Number));
        // Its customer may see that it moved, and not that another one was merged into it.
        if (other.Status != from)
            other.Record(TimelineKind.StatusChanged, by, now, other.Moved(from));
        _unpublished.Add(new TicketMerged
        {
            Ticket = Snapshot(), Into = other.Snapshot(), MergedAt = now, MergedBy = by, MergedFrom = earlier,
            BroughtCustomerReply = unanswered,
        });
    }

    /// <summary>Whether one account owns both.</summary>
    public bool IsOfSameAccount(Ticket other) => CustomerId is not null && CustomerId == other.CustomerId;

    public void LinkTo(Ticket other, TicketLinkKind kind, Actor by, DateTimeOffset now)
    {
        Record(TimelineKind.Linked, by, now, ("kind", kind.ToString()), ("to", other.Number));
        _unpublished.Add(new TicketLinked { Ticket = Snapshot(), To = other.As(kind), LinkedAt = now, LinkedBy = by });
    }

    public void UnlinkFrom(Ticket other, TicketLinkKind kind, Actor by, DateTimeOffset now)
    {
        Record(TimelineKind.Unlinked, by, now, ("kind", kind.ToString()), ("to", other.Number));
        _unpublished.Add(new TicketUnlinked { Ticket = Snapshot(), From = other.As(kind), UnlinkedAt = now, UnlinkedBy = by });
    }

    public LinkedTicket As(TicketLinkKind kind) => new() { Kind = kind, Id = Id, Number = Number };

    public static Refusal Merged { get; } = new("ticket-merged", "This ticket was merged into another one, and goes on there.");
}
