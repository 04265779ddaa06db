using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

sealed partial class Ticket
{
    /// <summary>Staff moves the ticket by hand. To closed is closing, from closed is reopening; where it is already, nothing happens.</summary>
    public Refusal? ChangeStatus(TicketStatus to, Actor by, DateTimeOffset now, TimeSpan reopenWindow)
    {
        if (to == Status)
            return null;
        if (!TicketStatusTransitions.Allows(Status, to))
            return NotAllowed(to);
        if (to == TicketStatus.Closed)
        {
            Close(by, Contracts.ClosingReason.ByStaff, now, reopenWindow);
            return null;
        }

        if (IsClosed)
            return Reopen(by, now);

        var from = Status;
        Become(to, now);
        Record(TimelineKind.StatusChanged, by, now, Moved(from));
        _unpublished.Add(new TicketStatusChanged { Ticket = Snapshot(), From = from, To = to, ChangedAt = now, ChangedBy = by });
        return null;
    }

    /// <summary>Closes it once: a closed ticket keeps the hour at which it was closed.</summary>
    /// <param name="by">Who closes it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The hour.</param>
    /// <param name="reopenWindow">For how long its customer may open it again.</param>
    /// <param name="comment">What who closes it says to that; null when nothing.</param>
    /// <param name="verification">What shows that it is the customer, when it is.</param>
    public void Close(
        Actor by, ClosingReason reason, DateTimeOffset now, TimeSpan reopenWindow, string? comment = null,
        CustomerVerification? verification = null)
    {
        if (IsClosed)
            return;
        if (comment is not null)
            Say(MessageKind.PublicReply, by, comment, [], now, verification);
        Tell($"Closed{reason}", by, now);
        Become(TicketStatus.Closed, now);
        (ClosedAt, ClosingReason, ReopenableUntil) = (now, reason, now + reopenWindow);
        Record(TimelineKind.Closed, by, now, ("reason", reason.ToString()));
        _unpublished.Add(new TicketClosed { Ticket = Snapshot(), ClosedAt = now, ClosedBy = by, Reason = reason, ReopenableUntil = now + reopenWindow, Comment = comment });
    }

    /// <summary>Opens a closed ticket again; an open one stays as it is.</summary>
    public Refusal? Reopen(Actor by, DateTimeOffset now)
    {
        if (!IsClosed)
            return null;
        if (IsMerged)
            return Merged;
        Tell("Reopened", by, now);
        Become(TicketStatus.InProgress, now);
        Record(TimelineKind.Reopened, by, now);
        _unpublished.Add(new TicketReopened { Ticket = Snapshot(), ReopenedAt = now, ReopenedBy = by, MergedFrom = MergedFrom });
        return null;
    }

    /// <summary>The same by the customer, who may do so for a limited time.</summary>
    public Refusal? ReopenAsCustomer(DateTimeOffset now, CustomerVerification verification) => !IsMerged && EndedForGood(now)
        ? new("reopen-window-over", "This ticket was closed too long ago to be opened again. Please open a new one.")
        : Reopen(AsActor(verification), now);

    public void ChangePriority(TicketPriority to, Actor by, DateTimeOffset now)
    {
        if (to == Priority)
            return;
        var from = Priority;
        Priority = to;
        Record(TimelineKind.PriorityChanged, by, now, ("from", from.ToString()), ("to", to.ToString()));
        _unpublished.Add(new TicketPriorityChanged { Ticket = Snapshot(), From = from, To = to, ChangedAt = now, ChangedBy = by });
    }

    Refusal NotAllowed(TicketStatus to) => new("transition-not-allowed", $"A ticket that is {Status} cannot become {to}.", TicketStatusTransitions.AllowedFrom(Status));
}
