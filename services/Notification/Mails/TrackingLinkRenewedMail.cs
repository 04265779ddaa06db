using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: the ticket has a new link, and the one before opens nothing any more.</summary>
public sealed record TrackingLinkRenewedMail : TicketMail
{
    public const string Name = "tracking-link-renewed";

    internal override string Template => Name;
    internal override Type Html => typeof(TrackingLinkRenewedHtml);
    public override string Heading(MailFormatter format) => format["tracking-link-renewed.heading"];

    public string Lead(MailFormatter format) => format["tracking-link-renewed.lead", Ticket.Number];

    // Only the last one works.
    internal override bool TryCombine(Mail later, [NotNullWhen(true)] out Mail? combined)
    {
        combined = later is not TrackingLinkRenewedMail other ? null : other.Ticket.Version >= Ticket.Version ? other : this;
        return combined is not null;
    }

    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(Lead(format), format.Fact("fact.subject", Ticket.Subject), format["tracking-link-renewed.earlier"]);
}
