using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To the member of the staff who opened the ticket on the customer's behalf: what somebody else said on it publicly.</summary>
public sealed record CommentAddedMail : TicketMail
{
    public const string Name = "comment-added";

    /// <summary>The comments in their order; more than one when they came in quick succession.</summary>
    public required IReadOnlyList<Said> Said { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(CommentAddedHtml);
    internal override NotificationKind? Kind => NotificationKind.CommentAdded;
    internal override bool IsWrittenByPerson => true;
    public override string Heading(Letter letter) => letter["comment-added.heading", Said[^1].Author.Length == 0 ? letter.Sender : Said[^1].Author];

    internal override Mail? With(Mail later) => later is CommentAddedMail other && Mails.Said.Together(Said, other.Said) is { } both
        ? (other.Ticket.Version >= Ticket.Version ? other : this) with { Said = both }
        : null;

    public override string Text(Letter letter) => Letter.Blocks(Heading(letter) + ":", letter.Conversation(Said), letter["comment-added.why"]);
}
