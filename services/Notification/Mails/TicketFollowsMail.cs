namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: the staff goes on with an earlier ticket of theirs in this one.</summary>
public sealed record TicketFollowsMail : TicketMail
{
    public const string Name = "ticket-follows";

    /// <summary>Number of the earlier ticket.</summary>
    public required string Earlier { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketFollowsHtml);
    public override string Heading(MailFormatter format) => format["ticket-follows.heading", Earlier];

    public string Why(MailFormatter format) => format["ticket-follows.why", Ticket.Number, Earlier];

    public override string Text(MailFormatter format) => Why(format);
}
