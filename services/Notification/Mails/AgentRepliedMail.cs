namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: what the staff answered.</summary>
public sealed record AgentRepliedMail : Mail
{
    public const string Name = "agent-replied";

    public required string Author { get; init; }
    /// <summary>The answer, as plain text.</summary>
    public required string Words { get; init; }
    public required IReadOnlyList<string> Files { get; init; }
    /// <summary>After how long a silence the ticket closes; null when the clock does not run.</summary>
    public TimeSpan? ClosesAfter { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(AgentRepliedHtml);
    public override string Subject(Texts texts) => texts["agent-replied.subject", Ticket.Number, Ticket.Subject];
    public override string Heading(Letter letter) => letter["agent-replied.heading", Author.Length == 0 ? letter.Sender : Author];

    public string? Closing(Letter letter) => ClosesAfter is { } after ? letter["agent-replied.closing", letter.Texts.Duration(after)] : null;

    public override string Text(Letter letter)
    {
        var (words, more) = letter.Excerpt(Words);
        return Letter.Blocks(
            Heading(letter) + ":",
            Letter.Quote(words),
            more,
            letter.Files(Files),
            Closing(letter));
    }
}
