namespace Helpdesk.Notification.Mails;

/// <summary>To the agent: what the customer answered.</summary>
public sealed record CustomerRepliedMail : Mail
{
    public const string Name = "customer-replied";

    /// <summary>The answer, as plain text.</summary>
    public required string Words { get; init; }
    public required IReadOnlyList<string> Files { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(CustomerRepliedHtml);
    public override string Subject(Texts texts) => texts["customer-replied.subject", Ticket.Number, Ticket.Subject];
    public override string Heading(Letter letter) => letter["customer-replied.heading", Ticket.Customer];

    public override string Text(Letter letter)
    {
        var (words, more) = letter.Excerpt(Words);
        return Letter.Blocks(
            Heading(letter) + ":",
            Letter.Quote(words),
            more,
            letter.Files(Files));
    }
}
