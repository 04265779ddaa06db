namespace Helpdesk.Ticketing.Model;

/// <summary>What can happen to a ticket.</summary>
public enum TimelineKind
{
    Opened,
    Assigned,
    Unassigned,
    StatusChanged,
    PriorityChanged,
    CustomerReplied,
    AgentReplied,
    NoteAdded,
    ClosingWarned,
    Closed,
    Reopened,
    AttachmentsPurgeStarted,
    AttachmentsPurged,
    FollowedUp,
    Recategorized,
    SubjectChanged,
    TagsChanged,
    Linked,
    Unlinked,
    Merged,
    MergedFrom,
    Rated,
    TrackingLinkRenewed,
}
