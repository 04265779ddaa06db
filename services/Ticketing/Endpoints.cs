using Helpdesk.Ticketing.Assigning;
using Helpdesk.Ticketing.CannedReplies;
using Helpdesk.Ticketing.Drafts;
using Helpdesk.Ticketing.Exports;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Filing;
using Helpdesk.Ticketing.Links;
using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.Merging;
using Helpdesk.Ticketing.Opening;
using Helpdesk.Ticketing.Ratings;
using Helpdesk.Ticketing.Reading;
using Helpdesk.Ticketing.Replies;
using Helpdesk.Ticketing.Statuses;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Tracking;

namespace Helpdesk.Ticketing;

static class Endpoints
{
    public static void MapTicketing(this WebApplication app)
    {
        var tickets = app.MapGroup("/api/tickets").WithTags("Tickets").ReadTicketNumbers();
        OpenTicket.Map(tickets);
        ListTickets.Map(tickets);
        CountTickets.Map(tickets);
        ExportTickets.Map(tickets);
        GetTicket.Map(tickets);
        ListMessages.Map(tickets);
        GetFile.Map(tickets);
        ListTimeline.Map(tickets);
        ListTimers.Map(tickets);
        ReplyToTicket.Map(tickets);
        AddNote.Map(tickets);
        ChangeStatus.Map(tickets);
        ChangePriority.Map(tickets);
        AssignTicket.Map(tickets);
        CloseTicket.Map(tickets);
        ReopenTicket.Map(tickets);
        ChangeCategory.Map(tickets);
        ChangeSubject.Map(tickets);
        SetTags.Map(tickets);
        ListTags.Map(tickets);
        ListLinks.Map(tickets);
        LinkTickets.Map(tickets);
        UnlinkTickets.Map(tickets);
        MergeTicket.Map(tickets);
        FillCannedReply.Map(tickets);
        SaveDraft.Map(tickets);
        GetDraft.Map(tickets);
        DeleteDraft.Map(tickets);
        RateTicket.Map(tickets);
        RenewTrackingLink.Map(tickets);

        var cannedReplies = app.MapGroup("/api/canned-replies").WithTags("Canned replies");
        ListCannedReplies.Map(cannedReplies);
        CreateCannedReply.Map(cannedReplies);
        UpdateCannedReply.Map(cannedReplies);
        DeleteCannedReply.Map(cannedReplies);

        var tracking = app.MapGroup("/api/tracking").WithTags("Tracking");
        TrackTicket.Map(tracking);
        RequestTrackingLink.Map(tracking);
    }
}
