using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

sealed partial class Ticket
{
    /// <summary>What staff calls it by, in the order of the alphabet. Its customer does not see them.</summary>
    public string[] Tags { get; private set; } = [];

    /// <summary>Staff files it under another category. In another area its agent keeps it only if he serves that one too; else Assignment chooses there.</summary>
    public void ChangeCategory(Guid category, string title, Guid area, bool agentServesArea, Actor by, DateTimeOffset now)
    {
        if (category == CategoryId)
            return;
        var (fromCategory, fromTitle, fromArea) = (CategoryId, CategoryTitle, AreaId);
        (CategoryId, CategoryTitle, AreaId) = (category, title, area);
        var moved = area != fromArea;
        AwaitsDispatcher &= !moved;
        Record(TimelineKind.Recategorized, by, now, ("from", fromTitle), ("to", title));
        _unpublished.Add(new TicketRecategorized { Ticket = Snapshot(), FromCategoryId = fromCategory, FromCategoryTitle = fromTitle, FromAreaId = fromArea, ChangedAt = now, ChangedBy = by });
        if (moved && !IsClosed && AssigneeId is not null && !agentServesArea)
            GiveTo(null, by, AssigneeCause.HandedBack, now);
    }

    public void ChangeSubject(string to, Actor by, DateTimeOffset now)
    {
        if (to == Subject)
            return;
        var from = Subject;
        Subject = to;
        Record(TimelineKind.SubjectChanged, by, now, ("from", from), ("to", to));
        _unpublished.Add(new TicketSubjectChanged { Ticket = Snapshot(), From = from, ChangedAt = now, ChangedBy = by });
    }

    public void SetTags(string[] tags, Actor by, DateTimeOffset now)
    {
        string[] added = [.. tags.Except(Tags)], removed = [.. Tags.Except(tags)];
        if (added.Length + removed.Length == 0)
            return;
        Tags = tags;
        Record(TimelineKind.TagsChanged, by, now, ("added", Listed(added)), ("removed", Listed(removed)));
        _unpublished.Add(new TicketTagsChanged { Ticket = Snapshot(), Added = added, Removed = removed, ChangedAt = now, ChangedBy = by });
    }

    static string? Listed(string[] tags) => tags.Length == 0 ? null : string.Join(", ", tags);
}
