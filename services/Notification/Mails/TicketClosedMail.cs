using Helpdesk.Contracts;

namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: it is closed, why, and until when an answer opens it again.</summary>
public sealed record TicketClosedMail : TicketMail
{
    public const string Name = "ticket-closed";

    public required ClosingReason Because { get; init; }
    public required DateTimeOffset ReopenableUntil { get; init; }
    /// <summary>What the closing person said, as plain text; null when nothing.</summary>
    public string? Comment { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketClosedHtml);
    public override string Heading(MailFormatter format) => format["ticket-closed.heading"];

    public string Why(MailFormatter format) => format[$"ticket-closed.{Because}"];

    public string Reopen(MailFormatter format) => format["ticket-closed.reopen", format.When(ReopenableUntil)];

    public override string Text(MailFormatter format)
    {
        var (words, more) = format.Excerpt(Comment ?? "");
        var comment = Comment is null ? null : MailFormatter.Quote(words);
        return MailFormatter.Blocks(Why(format), comment, more, Reopen(format), format["ticket-closed.later"]);
    }
}
