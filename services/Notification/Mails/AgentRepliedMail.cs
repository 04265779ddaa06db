namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: what the staff answered.</summary>
public sealed record AgentRepliedMail : TicketMail
{
    public const string Name = "agent-replied";

    /// <summary>The answers in their order; more than one when they came in quick succession.</summary>
    public required IReadOnlyList<Said> Said { get; init; }
    /// <summary>After how long a silence the ticket closes; null when the clock does not run.</summary>
    public TimeSpan? ClosesAfter { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(AgentRepliedHtml);
    internal override bool IsWrittenByPerson => true;
    public override string Heading(Letter letter) => letter["agent-replied.heading", Said[^1].Author.Length == 0 ? letter.Sender : Said[^1].Author];

    public string? Closing(Letter letter) => ClosesAfter is { } after ? letter["agent-replied.closing", letter.Texts.Duration(after)] : null;

    internal override Mail? With(Mail later) => later is AgentRepliedMail other && Mails.Said.Together(Said, other.Said) is { } both
        ? (other.Ticket.Version >= Ticket.Version ? other : this) with { Said = both }
        : null;

    public override string Text(Letter letter) => Letter.Blocks(Heading(letter) + ":", letter.Conversation(Said), Closing(letter));
}
