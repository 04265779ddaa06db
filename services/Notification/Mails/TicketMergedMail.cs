namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: their ticket goes on in another one.</summary>
public sealed record TicketMergedMail : TicketMail
{
    public const string Name = "ticket-merged";

    /// <summary>Number of the ticket that goes on; null when it is another customer's, of which they learn nothing.</summary>
    public string? Into { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketMergedHtml);
    public override string Heading(MailFormatter format) =>
        Into is null ? format["ticket-merged.apart.heading"] : format["ticket-merged.heading", Into];

    public string Why(MailFormatter format) =>
        Into is null ? format["ticket-merged.apart.why", Ticket.Number] : format["ticket-merged.why", Ticket.Number, Into];

    public string What(MailFormatter format) => format[Into is null ? "ticket-merged.apart.what" : "ticket-merged.what"];

    public override string Text(MailFormatter format) => MailFormatter.Blocks(Why(format), What(format));
}
