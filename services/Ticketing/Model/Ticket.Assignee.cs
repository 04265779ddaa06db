using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Assigning;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    /// <summary>
    /// Whether its agent did anything on it since they got it. What they did not touch goes to another one when they go away.
    /// </summary>
    public bool Touched { get; private set; }

    /// <summary>Whether a dispatcher took it away and decides what comes next.</summary>
    public bool AwaitsDispatcher { get; private set; }

    /// <summary>A person gives it to an agent, or to nobody. Whoever has it already simply keeps it: no event, no mail.</summary>
    public Result Assign(Person? to, Actor by, AssigneeCause cause, string? reason, DateTimeOffset now)
    {
        if (to?.Id == AssigneeId)
            return Result.Done;
        if (IsClosed)
            return TicketRefusals.Closed;
        if (to is not null && to.Id == CustomerId)
            return TicketRefusals.AssigneeIsCustomer;
        SetAssignee(to, by, cause, now, reason);
        return Result.Done;
    }

    /// <summary>Assignment has chosen. The choice counts only while the ticket still needs one, and in the area it was made for.</summary>
    /// <param name="choice">What it chose.</param>
    /// <param name="available">False when the chosen one has gone away meanwhile: then they never get it, and another one shall.</param>
    /// <param name="now">The time.</param>
    public void AcceptAssignment(TicketAssigned choice, bool available, DateTimeOffset now)
    {
        if (IsClosed || AssigneeId is not null || AwaitsDispatcher || choice.AreaId != AreaId)
            return;
        // Nor does its own customer, of whom Assignment may not have known yet.
        if (available && choice.Agent.Id != CustomerId)
            SetAssignee(choice.Agent, Actor.System, AssigneeCause.Automatic, now, null, choice.Receipt);
        else
            ReturnAssignment(choice.Agent, now, choice.Receipt.Id);
    }

    /// <summary>Its agent went away. What they have not touched shall go to another one.</summary>
    public void HandBackUntouched(Guid agent, DateTimeOffset now)
    {
        if (!Touched)
            HandBack(agent, now);
    }

    /// <summary>Its agent is none any more. Another one shall have it, whatever was done on it.</summary>
    public void HandBack(Guid agent, DateTimeOffset now)
    {
        if (!IsClosed && AssigneeId == agent)
            SetAssignee(null, Actor.System, AssigneeCause.HandedBack, now);
    }

    void SetAssignee(
        Person? to, Actor by, AssigneeCause cause, DateTimeOffset now, string? reason = null, AssignmentReceipt? receipt = null)
    {
        var from = Assignee;
        (AssigneeId, AssigneeName, AssigneeEmail, AssigneeLanguage) = (to?.Id, to?.Name, to?.Email, to?.Language);
        (Touched, AwaitsDispatcher) = (false, cause == AssigneeCause.Unassigned);
        Record(
            to is null ? TimelineKind.Unassigned : TimelineKind.Assigned, by, now,
            ("from", from?.Name), ("to", to?.Name), ("cause", cause.ToString()), ("receipt", receipt?.Id.ToString()),
            ("reason", reason ?? receipt?.Reason));
        _events.Add(new AssigneeChanged
        {
            Ticket = Snapshot(), From = from, To = to, ChangedAt = now, ChangedBy = by, ReceiptId = receipt?.Id, Cause = cause,
            Reason = reason,
        });
    }

    void ReturnAssignment(Person from, DateTimeOffset now, Guid receipt)
    {
        // Nobody had it, and nobody has it: its customer sees no difference.
        Record(
            TimelineKind.Unassigned, forCustomer: false, Actor.System, now,
            ("from", from.Name), ("cause", nameof(AssigneeCause.HandedBack)), ("receipt", receipt.ToString()));
        _events.Add(new AssigneeChanged
        {
            Ticket = Snapshot(), From = from, ChangedAt = now, ChangedBy = Actor.System, ReceiptId = receipt,
            Cause = AssigneeCause.HandedBack,
        });
    }

    /// <summary>What its agent does is touching it; being given it is not.</summary>
    void MarkTouched(TimelineKind kind, Actor by) => Touched |= by.Kind == ActorKind.Staff && by.Id == AssigneeId
        && kind is not (TimelineKind.Assigned or TimelineKind.Unassigned);
}
