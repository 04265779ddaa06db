namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: his ticket goes on in another one.</summary>
public sealed record TicketMergedMail : TicketMail
{
    public const string Name = "ticket-merged";

    /// <summary>Number of the ticket that goes on.</summary>
    public required string Into { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketMergedHtml);
    public override string Subject(Texts texts) => texts["ticket-merged.subject", Ticket.Number, Ticket.Subject, Into];
    public override string Heading(Letter letter) => letter["ticket-merged.heading", Into];

    public string Why(Letter letter) => letter["ticket-merged.why", Ticket.Number, Into];

    public override string Text(Letter letter) => Letter.Blocks(Why(letter), letter["ticket-merged.what"]);
}
