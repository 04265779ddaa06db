using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

sealed partial class Ticket
{
    /// <summary>Staff answers. The ticket then waits for the customer, unless the answer says otherwise.</summary>
    public Refusal? ReplyAsStaff(Actor by, string text, IReadOnlyList<AttachedFile> files, TicketStatus status, DateTimeOffset now, out Message? message)
    {
        message = null;
        if (IsClosed)
            return Refusal.Closed;
        if (status == TicketStatus.Closed || (status != Status && !TicketStatusTransitions.Allows(Status, status)))
            return NotAllowed(status);
        if (!HasRoomFor(files))
            return Refusal.FullOfFiles;

        message = Say(MessageKind.PublicReply, by, text, files, now);
        var from = Status;
        Become(status, now);
        // Every answer starts the clock anew: the customer has something new to react to.
        if (status == TicketStatus.WaitingOnCustomer)
            WaitSince(now);
        Record(TimelineKind.AgentReplied, by, now, Moved(from));
        _unpublished.Add(new AgentReplied { Ticket = Snapshot(), MessageId = message.Id, Text = text, RepliedAt = now, Author = by, Attachments = files });
        return null;
    }

    /// <summary>The customer answers. That puts the ticket back on staff's table, and opens a closed one again within the window.</summary>
    public Refusal? ReplyAsCustomer(
        string text, IReadOnlyList<AttachedFile> files, CustomerVerification verification, DateTimeOffset now, out Message? message)
    {
        message = null;
        if (!HasRoomFor(files))
            return Refusal.FullOfFiles;
        if (IsClosed && ReopenAsCustomer(now, verification) is { } refusal)
            return refusal;

        var by = AsActor(verification);
        message = Say(MessageKind.PublicReply, by, text, files, now, verification);
        var from = Status;
        HearCustomer(now);
        Record(TimelineKind.CustomerReplied, by, now, Moved(from));
        _unpublished.Add(new CustomerReplied
        {
            Ticket = Snapshot(), MessageId = message.Id, Text = text, RepliedAt = now, Attachments = files, Verification = verification,
        });
        return null;
    }

    // Nobody has worked on a new one yet; that does not change because its customer adds a word.
    void HearCustomer(DateTimeOffset now) => Become(Status == TicketStatus.New ? TicketStatus.New : TicketStatus.InProgress, now);

    /// <summary>A note among staff. It moves nothing, and a closed ticket takes it too.</summary>
    public Message AddNote(Actor by, string text, DateTimeOffset now)
    {
        var note = Say(MessageKind.InternalNote, by, text, [], now);
        Record(TimelineKind.NoteAdded, by, now);
        _unpublished.Add(new InternalNoteAdded { Ticket = Snapshot(), NoteId = note.Id, AddedAt = now, Author = by });
        return note;
    }

    bool HasRoomFor(IReadOnlyList<AttachedFile> files) => files.Count == 0 || KeptFiles + files.Count <= Uploads.PerTicket;

    Message Say(
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

    void Tell(string entry, Actor by, DateTimeOffset now) => Messages.Add(Message.From(this, ++MessageCount, MessageKind.SystemEntry, by, now, "", entry));

    (string, string?)[] Moved(TicketStatus from) => from == Status ? [] : [("from", from.ToString()), ("to", Status.ToString())];
}
