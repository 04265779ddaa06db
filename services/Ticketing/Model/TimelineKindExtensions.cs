using Helpdesk.Api.Tickets;

namespace Helpdesk.Ticketing.Model;

static class TimelineKinds
{
    /// <summary>
    /// Whether a ticket's customer may know of it: it changes what the ticket shows to its customer. That another ticket was merged into it
    /// does not by itself: it may be another person's.
    /// </summary>
    public static bool IsForCustomer(this TimelineKind kind) =>
        kind is not (TimelineKind.NoteAdded or TimelineKind.TagsChanged or TimelineKind.Linked
            or TimelineKind.Unlinked or TimelineKind.MergedFrom or TimelineKind.AttachmentsPurgeStarted);
}
