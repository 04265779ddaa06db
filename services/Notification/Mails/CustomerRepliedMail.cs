using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To the agent: what the customer answered.</summary>
public sealed record CustomerRepliedMail : TicketMail
{
    public const string Name = "customer-replied";

    /// <summary>The answers in their order; more than one when they came in quick succession.</summary>
    public required IReadOnlyList<Said> Said { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(CustomerRepliedHtml);
    internal override NewsKind? Kind => NewsKind.CustomerReplied;
    public override string Subject(Texts texts) => texts["customer-replied.subject", Ticket.Number, Ticket.Subject];
    public override string Heading(Letter letter) => letter["customer-replied.heading", Ticket.Customer];

    internal override Mail? With(Mail later) => later is CustomerRepliedMail other && Mails.Said.Together(Said, other.Said) is { } both
        ? (other.Ticket.Version >= Ticket.Version ? other : this) with { Said = both }
        : null;

    public override string Text(Letter letter) => Letter.Blocks(Heading(letter) + ":", letter.Conversation(Said));
}
