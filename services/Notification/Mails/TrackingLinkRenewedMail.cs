namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: the ticket has a new link, and the one before opens nothing any more.</summary>
public sealed record TrackingLinkRenewedMail : TicketMail
{
    public const string Name = "tracking-link-renewed";

    internal override string Template => Name;
    internal override Type Html => typeof(TrackingLinkRenewedHtml);
    public override string Heading(Letter letter) => letter["tracking-link-renewed.heading"];

    public string Lead(Letter letter) => letter["tracking-link-renewed.lead", Ticket.Number];

    // Only the last one works.
    internal override Mail? With(Mail later) => later is not TrackingLinkRenewedMail other ? null
        : other.Ticket.Version >= Ticket.Version ? other : this;

    public override string Text(Letter letter) =>
        Letter.Blocks(Lead(letter), letter.Fact("fact.subject", Ticket.Subject), letter["tracking-link-renewed.earlier"]);
}
