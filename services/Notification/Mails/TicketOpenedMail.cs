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
    public override string Heading(Letter letter) => letter["ticket-opened.heading"];

    public string? Follows(Letter letter) => FollowUpOf is null ? null : letter["ticket-opened.follows", FollowUpOf];

    public IEnumerable<string> Next(Letter letter) =>
    [
        letter["ticket-opened.next.1"],
        letter["ticket-opened.next.2"],
        letter["ticket-opened.next.3", letter.Texts.Duration(ClosesAfter), letter.Texts.Duration(WarnsBefore)],
    ];

    public override string Text(Letter letter) => Letter.Blocks(
        letter["ticket-opened.lead", Ticket.Number],
        Follows(letter),
        $"{letter.Fact("fact.subject", Ticket.Subject)}\n{letter.Fact("fact.category", Ticket.Category)}",
        $"{letter["ticket-opened.next"]}\n{string.Join("\n", Next(letter).Select((step, i) => $"{i + 1}. {step}"))}",
        letter["ticket-opened.secret"]);
}
