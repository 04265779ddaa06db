using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>A mail about one ticket: to its customer when it has the tracking link, to staff when not.</summary>
public abstract record TicketMail : Mail
{
    public required TicketDetails Ticket { get; init; }

    internal override string Audience => Ticket.TrackingToken is null ? "agent" : "customer";

    internal override (string Number, string Subject)? Topic => (Ticket.Number, Ticket.Subject);

    internal override IEnumerable<Guid> LinkedTickets(Guid own) => Ticket.TrackingToken is null ? [] : [Ticket.LinkedTicketId ?? own];

    internal override Mail WithCurrentLinks(Guid own, Func<Guid, string?> token) => Ticket.TrackingToken is null ? this
        : this with { Ticket = Ticket with { TrackingToken = token(Ticket.LinkedTicketId ?? own) ?? Ticket.TrackingToken } };

    internal override string Link(Links links, ValueProtector protector) =>
        Ticket.TrackingToken is { } token ? links.Tracking(token, protector) : links.Ticket(Ticket.Number);
}
