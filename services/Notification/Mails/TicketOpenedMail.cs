namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: we have it, this is your link, and this is what happens next.</summary>
public sealed record TicketOpenedMail : TicketMail
{
    public const string Name = "ticket-opened";

    public required TimeSpan ClosesAfter { get; init; }
    public required TimeSpan WarnsBefore { get; init; }

    /// <summary>Number of the closed ticket that this one goes on from; null when none.</summary>
    public string? FollowUpOf { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketOpenedHtml);
    public override string Heading(MailFormatter format) => format["ticket-opened.heading"];

    public (string Label, string Value)[] Facts() =>
        [("fact.number", Ticket.Number), ("fact.subject", Ticket.Subject), ("fact.category", Ticket.Category)];

    public string? Follows(MailFormatter format) => FollowUpOf is null ? null : format["ticket-opened.follows", FollowUpOf];

    public IEnumerable<string> Next(MailFormatter format) =>
    [
        format["ticket-opened.next.1"],
        format["ticket-opened.next.2"],
        format["ticket-opened.next.3", format.Texts.Duration(ClosesAfter), format.Texts.Duration(WarnsBefore)],
    ];

    public override string Text(MailFormatter format) => MailFormatter.Blocks(
        format["ticket-opened.lead", Ticket.Number],
        Follows(format),
        $"{format.Fact("fact.subject", Ticket.Subject)}\n{format.Fact("fact.category", Ticket.Category)}",
        $"{format["ticket-opened.next"]}\n{string.Join("\n", Next(format).Select((step, i) => $"{i + 1}. {step}"))}",
        format["ticket-opened.secret"]);
}
