using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>What can happen to a ticket.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelineKind>))]
public enum TimelineKind
{
    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>An agent got it.</summary>
    Assigned,

    /// <summary>It was taken from an agent, or handed back.</summary>
    Unassigned,

    /// <summary>It was moved by hand.</summary>
    StatusChanged,

    /// <summary>It became more or less urgent.</summary>
    PriorityChanged,

    /// <summary>Its customer replied.</summary>
    CustomerReplied,

    /// <summary>Staff replied.</summary>
    AgentReplied,

    /// <summary>Staff left a note.</summary>
    NoteAdded,

    /// <summary>Its customer was warned that it will close.</summary>
    ClosingWarned,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>It was reopened.</summary>
    Reopened,

    /// <summary>The time of its files was over.</summary>
    AttachmentsPurgeStarted,

    /// <summary>Its files were deleted.</summary>
    AttachmentsPurged,

    /// <summary>Its customer went on in a new ticket.</summary>
    FollowedUp,

    /// <summary>It was filed under another category.</summary>
    Recategorized,

    /// <summary>It got another subject.</summary>
    SubjectChanged,

    /// <summary>Its tags changed.</summary>
    TagsChanged,

    /// <summary>It was linked with another one.</summary>
    Linked,

    /// <summary>A link was removed.</summary>
    Unlinked,

    /// <summary>It was merged into another one.</summary>
    Merged,

    /// <summary>Another one was merged into it.</summary>
    MergedFrom,

    /// <summary>Its customer rated the help.</summary>
    Rated,

    /// <summary>Its link was replaced.</summary>
    TrackingLinkRenewed,
}
