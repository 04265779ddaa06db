using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    public void LinkTo(Ticket other, TicketLinkKind kind, Actor by, DateTimeOffset now)
    {
        Record(TimelineKind.Linked, by, now, ("kind", kind.ToString()), ("to", other.Number));
        _events.Add(new TicketLinked { Ticket = Snapshot(), To = other.ToLinked(kind), LinkedAt = now, LinkedBy = by });
    }

    public void UnlinkFrom(Ticket other, TicketLinkKind kind, Actor by, DateTimeOffset now)
    {
        Record(TimelineKind.Unlinked, by, now, ("kind", kind.ToString()), ("to", other.Number));
        _events.Add(new TicketUnlinked { Ticket = Snapshot(), From = other.ToLinked(kind), UnlinkedAt = now, UnlinkedBy = by });
    }

    public LinkedTicket ToLinked(TicketLinkKind kind) => new() { Kind = kind, Id = Id, Number = Number };
}
