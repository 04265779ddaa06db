using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// What Ticketing's events do to it, in whatever order they come: the newest snapshot says where it stands, the newest change of
/// hands says what is to be done when nobody has it.
/// </summary>
sealed partial class Ticket
{
    /// <summary>True when an agent has to be found for it from now on.</summary>
    public bool Apply(TicketSnapshot seen, AssigneeChanged? change, DateTimeOffset now)
    {
        var otherCustomer = seen.Version > Version && SetCustomer(seen.Customer);
        var due = seen.Version > Version ? ApplySnapshot(seen, change is not null, now) : seen.Version < Version && ApplyLate(seen, now);
        if (change is not null)
            due = ApplyAssignee(change, now) || due;
        // Who could not be chosen before because it was their own may be now, and the other way.
        return due || (otherCustomer && this is { WaitingSince: not null, Held: false });
    }

    bool ApplySnapshot(TicketSnapshot seen, bool assigneeChanged, DateTimeOffset now)
    {
        var reopened = !Open && IsOpen(seen.Status);
        var moved = AreaId != seen.AreaId;
        (Subject, Priority, AreaId, Open, Version) = (seen.Subject, seen.Priority, seen.AreaId, IsOpen(seen.Status), seen.Version);
        if (moved)
            (ReturnedBy, HandedBackBy, Held) = ([], null, false);
        // What happened before Ticketing recorded the choice does not undo it.
        if (seen.Assignee is not null || assigneeChanged || moved || !Open || !Pending)
            (AgentId, Pending) = (seen.Assignee?.Id, false);
        Held &= AgentId is null;
        if (!Open || AgentId is not null)
            LeaveQueue();
        if (reopened && Held)
            Hold(now);
        return (moved && RequireAssignment(AssignmentCauses.Recategorized, seen.Version, now))
            || (reopened && RequireAssignment(AssignmentCauses.Reopened, seen.Version, now));
    }

    /// <summary>
    /// After somebody was chosen it had ended, or was elsewhere, for a while: their choice may have come to nothing, and no event tells
    /// so.
    /// </summary>
    bool ApplyLate(TicketSnapshot seen, DateTimeOffset now)
    {
        if (!Pending || seen.Version <= CauseVersion || (IsOpen(seen.Status) && seen.AreaId == AreaId))
            return false;
        (AgentId, Pending) = (null, false);
        return RequireAssignment(AssignmentCauses.Overtaken, seen.Version, now);
    }

    bool ApplyAssignee(AssigneeChanged change, DateTimeOffset now)
    {
        var here = change.Ticket.AreaId == AreaId;
        // Even of a return that was overtaken: who gave it back shall not get it again.
        if (here && change is { Cause: AssigneeCause.Returned, From.Id: { } giver } && !ReturnedBy.Contains(giver))
            ReturnedBy = [.. ReturnedBy, giver];
        if (change.Ticket.Version <= AssigneeVersion)
            return false;
        var idle = Held || WaitingSince is null;
        (AssigneeVersion, Held) = (change.Ticket.Version, false);
        // It went away and came back meanwhile: what was decided elsewhere is over, only that nobody has it is not.
        if (!here)
            return idle && change.To is null && RequireAssignment(AssignmentCauses.Overtaken, AssigneeVersion, now);
        // Whoever was chosen before had it and lost it, or never gets it: a later event came first, and said only that nobody has it.
        if (Pending && change.To is null && (AssigneeVersion > CauseVersion || change.Cause == AssigneeCause.Unassigned))
            (AgentId, Pending) = (null, false);
        switch (change)
        {
            case { To: null, Cause: AssigneeCause.Returned }:
                return RequireAssignment(AssignmentCauses.Returned, AssigneeVersion, now);
            case { To: null, Cause: AssigneeCause.HandedBack }:
                HandedBackBy = change.From?.Id;
                return RequireAssignment(AssignmentCauses.HandedBack, AssigneeVersion, now);
            case { To: null, Cause: AssigneeCause.Unassigned } when AgentId is null:
                LeaveQueue();
                Hold(now);
                return false;
            default:
                return false;
        }
    }

    bool RequireAssignment(string cause, long version, DateTimeOffset now)
    {
        if (!Open || Held || AgentId is not null)
            return false;
        (Cause, CauseVersion) = (cause, version);
        LeaveQueue();
        Wait(cause, now);
        return true;
    }
}
