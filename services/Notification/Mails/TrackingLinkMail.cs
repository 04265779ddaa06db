namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: here is the link that somebody asked for with the ticket's number and this address.</summary>
public sealed record TrackingLinkMail : TicketMail
{
    public const string Name = "tracking-link";

    internal override string Template => Name;
    internal override Type Html => typeof(TrackingLinkHtml);
    public override string Subject(Texts texts) => texts["tracking-link.subject", Ticket.Number, Ticket.Subject];
    public override string Heading(Letter letter) => letter["tracking-link.heading"];

    public string Lead(Letter letter) => letter["tracking-link.lead", Ticket.Number];

    public override string Text(Letter letter) => Letter.Blocks(Lead(letter), letter.Fact("fact.subject", Ticket.Subject), letter["tracking-link.unasked"]);
}
