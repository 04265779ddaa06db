using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Statuses;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    /// <summary>
    /// Staff moves the ticket by hand. To closed is closing, from closed is reopening; where it is already, nothing happens.
    /// </summary>
    public Result ChangeStatus(TicketStatus to, Actor by, DateTimeOffset now, TimeSpan reopenWindow)
    {
        if (to == Status)
            return Result.Done;
        if (!TicketStatusTransitions.Allows(Status, to))
            return TicketRefusals.TransitionNotAllowed(Status, to);
        if (IsClosed)
            return Reopen(by, now);
        if (to == TicketStatus.Closed)
        {
            Close(by, Contracts.ClosingReason.ByStaff, now, reopenWindow);
            return Result.Done;
        }

        var from = Status;
        SetStatus(to, now);
        Record(TimelineKind.StatusChanged, by, now, StatusDetails(from));
        _events.Add(new TicketStatusChanged { Ticket = Snapshot(), From = from, To = to, ChangedAt = now, ChangedBy = by });
        return Result.Done;
    }

    /// <summary>Closes it once: a closed ticket keeps the time at which it was closed.</summary>
    /// <param name="by">Who closes it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The time.</param>
    /// <param name="reopenWindow">For how long its customer may reopen it.</param>
    /// <param name="comment">What whoever closes it says to that; null when nothing.</param>
    /// <param name="verification">What shows that it is the customer, when it is.</param>
    public void Close(
        Actor by, ClosingReason reason, DateTimeOffset now, TimeSpan reopenWindow, string? comment = null,
        CustomerVerification? verification = null)
    {
        if (IsClosed)
            return;
        if (comment is not null)
            AddMessage(MessageKind.PublicReply, by, comment, [], now, verification);
        AddSystemEntry($"Closed{reason}", by, now);
        SetStatus(TicketStatus.Closed, now);
        (ClosedAt, ClosingReason, ReopenableUntil) = (now, reason, now + reopenWindow);
        Record(TimelineKind.Closed, by, now, ("reason", reason.ToString()));
        _events.Add(new TicketClosed
        {
            Ticket = Snapshot(), ClosedAt = now, ClosedBy = by, Reason = reason, ReopenableUntil = now + reopenWindow, Comment = comment,
        });
    }

    /// <summary>Reopens a closed ticket; an open one stays as it is.</summary>
    public Result Reopen(Actor by, DateTimeOffset now)
    {
        if (!IsClosed)
            return Result.Done;
        if (IsMerged)
            return TicketRefusals.Merged;
        AddSystemEntry("Reopened", by, now);
        SetStatus(TicketStatus.InProgress, now);
        Record(TimelineKind.Reopened, by, now);
        _events.Add(new TicketReopened { Ticket = Snapshot(), ReopenedAt = now, ReopenedBy = by, MergedFrom = MergedFrom });
        return Result.Done;
    }

    /// <summary>The same by the customer, who may do so for a limited time.</summary>
    public Result ReopenAsCustomer(DateTimeOffset now, CustomerVerification verification) => !IsMerged && IsClosedForGood(now)
        ? TicketRefusals.ReopenWindowOver
        : Reopen(CustomerActor(verification), now);

    /// <summary>Every way to another status: whatever depends on the status is set here, in one place.</summary>
    void SetStatus(TicketStatus status, DateTimeOffset at)
    {
        if (status != Status || status != TicketStatus.WaitingOnCustomer)
            SetWaitingSince(status == TicketStatus.WaitingOnCustomer ? at : null);
        if (status != TicketStatus.Closed)
            (ClosedAt, ClosingReason, ReopenableUntil) = (null, null, null);
        Status = status;
    }

    void SetWaitingSince(DateTimeOffset? since) => (WaitingSince, ClosingWarnedAt, ClosingPromisedFor) = (since, null, null);
}
