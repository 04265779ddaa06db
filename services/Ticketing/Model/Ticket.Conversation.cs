using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Replies;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    /// <summary>Files of all its messages together, so that nobody fills the disk through one link.</summary>
    public const int MostFiles = 40;

    /// <summary>Staff replies. The ticket then waits for the customer, unless the reply says otherwise.</summary>
    public Result<Message> ReplyAsStaff(Actor by, string text, IReadOnlyList<AttachedFile> files, TicketStatus status, DateTimeOffset now)
    {
        if (IsClosed)
            return TicketRefusals.Closed;
        if (status == TicketStatus.Closed || (status != Status && !TicketStatusTransitions.Allows(Status, status)))
            return TicketRefusals.TransitionNotAllowed(Status, status);
        if (!HasRoomFor(files))
            return TicketRefusals.TooManyFiles;
        var message = AddMessage(MessageKind.PublicReply, by, text, files, now);
        var from = Status;
        SetStatus(status, now);
        // Every reply starts the clock anew: the customer has something new to react to.
        if (status == TicketStatus.WaitingOnCustomer)
            SetWaitingSince(now);
        Record(TimelineKind.AgentReplied, by, now, StatusDetails(from));
        _events.Add(new AgentReplied
        {
            Ticket = Snapshot(), MessageId = message.Id, Text = text, RepliedAt = now, Author = by, Attachments = files,
        });
        return message;
    }

    /// <summary>The customer replies. That gives the ticket back to staff, and reopens a closed one within the window.</summary>
    public Result<Message> ReplyAsCustomer(
        string text, IReadOnlyList<AttachedFile> files, CustomerVerification verification, DateTimeOffset now)
    {
        if (!HasRoomFor(files))
            return TicketRefusals.TooManyFiles;
        if (ReopenAsCustomer(now, verification).IsRefused(out var refusal))
            return refusal;
        var by = CustomerActor(verification);
        var message = AddMessage(MessageKind.PublicReply, by, text, files, now, verification);
        var from = Status;
        ReturnToStaff(now);
        Record(TimelineKind.CustomerReplied, by, now, StatusDetails(from));
        _events.Add(new CustomerReplied
        {
            Ticket = Snapshot(), MessageId = message.Id, Text = text, RepliedAt = now, Attachments = files, Verification = verification,
        });
        return message;
    }

    // Nobody has worked on a new one yet; that does not change because its customer adds a word.
    void ReturnToStaff(DateTimeOffset now) => SetStatus(Status == TicketStatus.New ? TicketStatus.New : TicketStatus.InProgress, now);

    /// <summary>A note among staff. It moves nothing, and a closed ticket takes it too.</summary>
    public Message AddNote(Actor by, string text, DateTimeOffset now)
    {
        var note = AddMessage(MessageKind.InternalNote, by, text, [], now);
        Record(TimelineKind.NoteAdded, by, now);
        _events.Add(new InternalNoteAdded { Ticket = Snapshot(), NoteId = note.Id, AddedAt = now, Author = by });
        return note;
    }

    bool HasRoomFor(IReadOnlyList<AttachedFile> files) => files.Count == 0 || KeptFiles + files.Count <= MostFiles;

    Message AddMessage(
        MessageKind kind, Actor by, string text, IReadOnlyList<AttachedFile> files, DateTimeOffset now,
        CustomerVerification? verification = null)
    {
        var message = Message.From(this, ++MessageCount, kind, by, now, text, verification: verification).With(files);
        Messages.Add(message);
        if (kind == MessageKind.PublicReply && message.Position > 1)
            (ReplyCount, LastReplyAt) = (ReplyCount + 1, now);
        KeptFiles += files.Count;
        return message;
    }

    void AddSystemEntry(string entry, Actor by, DateTimeOffset now) =>
        Messages.Add(Message.From(this, ++MessageCount, MessageKind.SystemEntry, by, now, "", entry));

    (string, string?)[] StatusDetails(TicketStatus from) =>
        from == Status ? [] : [("from", from.ToString()), ("to", Status.ToString())];
}
