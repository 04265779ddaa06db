using Helpdesk.Contracts;

namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: it is closed, why, and until when an answer opens it again.</summary>
public sealed record TicketClosedMail : TicketMail
{
    public const string Name = "ticket-closed";

    public required ClosingReason Because { get; init; }
    public required DateTimeOffset ReopenableUntil { get; init; }
    /// <summary>What the closing person said, as plain text; null when nothing.</summary>
    public string? Words { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketClosedHtml);
    public override string Heading(Letter letter) => letter["ticket-closed.heading"];

    public string Why(Letter letter) => letter[$"ticket-closed.{Because}"];

    public string Reopen(Letter letter) => letter["ticket-closed.reopen", letter.When(ReopenableUntil)];

    public override string Text(Letter letter)
    {
        var (words, more) = letter.Excerpt(Words ?? "");
        return Letter.Blocks(Why(letter), Words is null ? null : Letter.Quote(words), more, Reopen(letter), letter["ticket-closed.later"]);
    }
}
