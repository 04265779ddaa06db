namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: his ticket goes on in another one.</summary>
public sealed record TicketMergedMail : TicketMail
{
    public const string Name = "ticket-merged";

    /// <summary>Number of the ticket that goes on; null when it is another customer's, of which he learns nothing.</summary>
    public string? Into { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketMergedHtml);
    public override string Heading(Letter letter) => Into is null ? letter["ticket-merged.apart.heading"] : letter["ticket-merged.heading", Into];

    public string Why(Letter letter) => Into is null ? letter["ticket-merged.apart.why", Ticket.Number] : letter["ticket-merged.why", Ticket.Number, Into];

    public string What(Letter letter) => letter[Into is null ? "ticket-merged.apart.what" : "ticket-merged.what"];

    public override string Text(Letter letter) => Letter.Blocks(Why(letter), What(letter));
}
