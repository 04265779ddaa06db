using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Filing;
using Helpdesk.Ticketing.Statuses;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    /// <summary>Labels of the staff, in alphabetical order. Its customer does not see them.</summary>
    public string[] Tags { get; private set; } = [];

    public void ChangePriority(TicketPriority to, Actor by, DateTimeOffset now)
    {
        if (to == Priority)
            return;
        var from = Priority;
        Priority = to;
        Record(TimelineKind.PriorityChanged, by, now, ("from", from.ToString()), ("to", to.ToString()));
        _events.Add(new TicketPriorityChanged { Ticket = Snapshot(), From = from, To = to, ChangedAt = now, ChangedBy = by });
    }

    /// <summary>
    /// Staff files it under another category. In another area its agent keeps it only if they serve that one too; otherwise Assignment
    /// chooses there.
    /// </summary>
    public void ChangeCategory(Guid category, string title, Guid area, bool agentServesArea, Actor by, DateTimeOffset now)
    {
        if (category == CategoryId)
            return;
        var (fromCategory, fromTitle, fromArea) = (CategoryId, CategoryTitle, AreaId);
        (CategoryId, CategoryTitle, AreaId) = (category, title, area);
        var moved = area != fromArea;
        AwaitsDispatcher &= !moved;
        Record(TimelineKind.Recategorized, by, now, ("from", fromTitle), ("to", title));
        _events.Add(new TicketRecategorized
        {
            Ticket = Snapshot(), FromCategoryId = fromCategory, FromCategoryTitle = fromTitle, FromAreaId = fromArea, ChangedAt = now,
            ChangedBy = by,
        });
        if (moved && !IsClosed && AssigneeId is not null && !agentServesArea)
            SetAssignee(null, by, AssigneeCause.HandedBack, now);
    }

    public void ChangeSubject(string to, Actor by, DateTimeOffset now)
    {
        if (to == Subject)
            return;
        var from = Subject;
        Subject = to;
        Record(TimelineKind.SubjectChanged, by, now, ("from", from), ("to", to));
        _events.Add(new TicketSubjectChanged { Ticket = Snapshot(), From = from, ChangedAt = now, ChangedBy = by });
    }

    public void SetTags(string[] tags, Actor by, DateTimeOffset now)
    {
        string[] added = [.. tags.Except(Tags)], removed = [.. Tags.Except(tags)];
        if (added.Length + removed.Length == 0)
            return;
        Tags = tags;
        Record(TimelineKind.TagsChanged, by, now, ("added", Joined(added)), ("removed", Joined(removed)));
        _events.Add(new TicketTagsChanged { Ticket = Snapshot(), Added = added, Removed = removed, ChangedAt = now, ChangedBy = by });
    }

    static string? Joined(string[] tags) => tags.Length == 0 ? null : string.Join(", ", tags);
}
