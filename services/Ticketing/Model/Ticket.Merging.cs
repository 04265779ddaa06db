using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Model;

// A ticket that is closed for good may go on in another one.
sealed partial class Ticket
{
    public const int MostMerged = 50;

    /// <summary>The tickets in which this one goes on, and those that go on in it.</summary>
    public IReadOnlyList<TicketRelation> Relations { get; private set; } = [];

    public Guid? MergedIntoId => Related(TicketRelationKind.MergedInto)?.TicketId;

    public IReadOnlyList<Guid> MergedFrom => [.. Relations.Where(x => x.Kind == TicketRelationKind.MergedFrom).Select(x => x.TicketId)];

    /// <summary>Where its customer's replies go once it takes none any more.</summary>
    public Guid? ContinuedInId => Related(TicketRelationKind.ContinuedIn)?.TicketId;

    /// <summary>Whether the link of this merged ticket shows the one that it was merged into.</summary>
    public bool LinkShowsMerged => Related(TicketRelationKind.MergedInto)?.ShownToLink == true;

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>Whether neither a reply nor its customer reopens it.</summary>
    public bool IsClosedForGood(DateTimeOffset now) => IsClosed && (IsMerged || now > ReopenableUntil);

    /// <summary>The other ticket that takes the customer's replies now; null when this one does, or none does yet.</summary>
    public Guid? ContinuedInAt(DateTimeOffset now) => IsClosedForGood(now) ? ContinuedInId : null;

    /// <summary>Its customer went on in a new ticket.</summary>
    public void ContinueIn(Ticket followUp, DateTimeOffset now)
    {
        Relate(TicketRelationKind.ContinuedIn, followUp.Id);
        Record(TimelineKind.FollowedUp, CustomerActor(), now, ("number", followUp.Number));
    }

    /// <summary>
    /// Staff says that this ticket is about what the other one is about. This one closes; what belongs to it, and what was merged into
    /// it before, goes along.
    /// </summary>
    /// <param name="other">The one that goes on.</param>
    /// <param name="mergedBefore">The tickets of <see cref="MergedFrom"/>.</param>
    /// <param name="unanswered">Whether its customer said something without an answer: that counts as a reply in the other one.</param>
    /// <param name="by">Who merges.</param>
    /// <param name="now">The time.</param>
    public Result MergeInto(Ticket other, IReadOnlyCollection<Ticket> mergedBefore, bool unanswered, Actor by, DateTimeOffset now)
    {
        if (IsMerged || other.IsMerged)
            return TicketRefusals.Merged;
        if (other.IsClosed)
            return TicketRefusals.Closed;
        var earlier = MergedFrom;
        if (other.MergedFrom.Count + earlier.Count >= MostMerged)
            return TicketRefusals.TooManyMerged;
        Close(by, Contracts.ClosingReason.Merged, now, TimeSpan.Zero);
        (ClosingReason, ReopenableUntil) = (Contracts.ClosingReason.Merged, ClosedAt);
        RelateMerge(other, mergedBefore);
        other.KeptFiles += KeptFiles;
        KeptFiles = 0;
        Record(TimelineKind.Merged, by, now, ("into", other.Number));
        other.TakeOver(this, unanswered, by, now);
        _events.Add(new TicketMerged
        {
            Ticket = Snapshot(), Into = other.Snapshot(), MergedAt = now, MergedBy = by, MergedFrom = earlier,
            BroughtCustomerReply = unanswered,
        });
        return Result.Done;
    }

    void RelateMerge(Ticket other, IReadOnlyCollection<Ticket> mergedBefore)
    {
        var shownToLink = OpenedBySelf && SharesAccountWith(other);
        // Of two addresses that were typed neither is better than the other; but what was typed never speaks for an account.
        var takesReplies = shownToLink || (CustomerId is null && other.CustomerId is null && SharesMailboxWith(other));
        other.Relations =
            [.. other.Relations, new(TicketRelationKind.MergedFrom, Id), .. Relations.Where(x => x.Kind == TicketRelationKind.MergedFrom)];
        Relations = [new(TicketRelationKind.MergedInto, other.Id, shownToLink)];
        if (takesReplies)
            Relate(TicketRelationKind.ContinuedIn, other.Id);
        // Their links lead no further than this one's.
        foreach (var ticket in mergedBefore)
            ticket.Relate(TicketRelationKind.MergedInto, other.Id, ticket.LinkShowsMerged && shownToLink);
    }

    void TakeOver(Ticket merged, bool unanswered, Actor by, DateTimeOffset now)
    {
        var from = Status;
        if (unanswered)
            ReturnToStaff(now);
        Record(TimelineKind.MergedFrom, by, now, ("number", merged.Number));
        // Its customer may see that it moved, and not that another one was merged into it.
        if (Status != from)
            Record(TimelineKind.StatusChanged, by, now, StatusDetails(from));
    }

    /// <summary>Whether one account owns both.</summary>
    public bool SharesAccountWith(Ticket other) => CustomerId is not null && CustomerId == other.CustomerId;

    TicketRelation? Related(TicketRelationKind kind) => Relations.FirstOrDefault(x => x.Kind == kind);

    void Relate(TicketRelationKind kind, Guid other, bool shownToLink = false) =>
        Relations = [.. Relations.Where(x => x.Kind != kind), new(kind, other, shownToLink)];
}
