using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: what the staff answered.</summary>
public sealed record AgentRepliedMail : TicketMail
{
    public const string Name = "agent-replied";

    /// <summary>The answers in their order; more than one when they came in quick succession.</summary>
    public required IReadOnlyList<QuotedMessage> Messages { get; init; }
    /// <summary>After how long a silence the ticket closes; null when the clock does not run.</summary>
    public TimeSpan? ClosesAfter { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(AgentRepliedHtml);
    internal override bool IsWrittenByPerson => true;
    public override string Heading(MailFormatter format) =>
        format["agent-replied.heading", Messages[^1].Author.Length == 0 ? format.Sender : Messages[^1].Author];

    public string? Closing(MailFormatter format) =>
        ClosesAfter is { } after ? format["agent-replied.closing", format.Texts.Duration(after)] : null;

    internal override bool TryCombine(Mail later, [NotNullWhen(true)] out Mail? combined)
    {
        combined = later is AgentRepliedMail other && QuotedMessage.TryCombine(Messages, other.Messages, out var both)
            ? (other.Ticket.Version >= Ticket.Version ? other : this) with { Messages = both }
            : null;
        return combined is not null;
    }

    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(format.Conversation(Messages), Closing(format));
}
