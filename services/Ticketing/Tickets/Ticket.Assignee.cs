using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

sealed partial class Ticket
{
    /// <summary>A person gives it to an agent, or to nobody. Whoever has it already simply keeps it: no event, no mail.</summary>
    public Refusal? Assign(Person? to, Actor by, DateTimeOffset now)
    {
        if (to?.Id == AssigneeId)
            return null;
        if (IsClosed)
            return Refusal.Closed;
        GiveTo(to, by, now, receipt: null);
        return null;
    }

    /// <summary>Assignment has chosen. The choice counts only while the ticket still needs one.</summary>
    public void AcceptChoice(TicketAssigned choice, DateTimeOffset now)
    {
        if (!IsClosed && AssigneeId is null)
            GiveTo(choice.Agent, Actor.System, now, choice.Receipt);
    }

    void GiveTo(Person? to, Actor by, DateTimeOffset now, AssignmentReceipt? receipt)
    {
        var from = Assignee;
        (AssigneeId, AssigneeName, AssigneeEmail, AssigneeLanguage) = (to?.Id, to?.Name, to?.Email, to?.Language);
        Record(to is null ? TimelineKind.Unassigned : TimelineKind.Assigned, by, now,
            ("from", from?.Name), ("to", to?.Name), ("receipt", receipt?.Id.ToString()), ("reason", receipt?.Reason));
        _unpublished.Add(new AssigneeChanged { Ticket = Snapshot(), From = from, To = to, ChangedAt = now, ChangedBy = by, ReceiptId = receipt?.Id });
    }
}
