using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Notification.Mails;

/// <summary>A mail about one ticket: to its customer when it has the tracking link, to staff when not.</summary>
public abstract record TicketMail : Mail
{
    public required About Ticket { get; init; }

    internal override string Audience => Ticket.TrackingToken is null ? "agent" : "customer";

    internal override (string Number, string Subject)? Topic => (Ticket.Number, Ticket.Subject);

    internal override string Link(Links links, Seals seals) => Ticket.TrackingToken is { } token ? links.Tracking(token, seals) : links.Ticket(Ticket.Number);
}
