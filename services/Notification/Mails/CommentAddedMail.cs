using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To the member of the staff who opened the ticket on the customer's behalf: what somebody else said on it publicly.</summary>
public sealed record CommentAddedMail : TicketMail
{
    public const string Name = "comment-added";

    /// <summary>The comments in their order; more than one when they came in quick succession.</summary>
    public required IReadOnlyList<QuotedMessage> Messages { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(CommentAddedHtml);
    internal override NotificationKind? Kind => NotificationKind.CommentAdded;
    internal override bool IsWrittenByPerson => true;
    public override string Heading(MailFormatter format) =>
        format["comment-added.heading", Messages[^1].Author.Length == 0 ? format.Sender : Messages[^1].Author];

    internal override bool TryCombine(Mail later, [NotNullWhen(true)] out Mail? combined)
    {
        combined = later is CommentAddedMail other && QuotedMessage.TryCombine(Messages, other.Messages, out var both)
            ? (other.Ticket.Version >= Ticket.Version ? other : this) with { Messages = both }
            : null;
        return combined is not null;
    }

    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(format.Conversation(Messages), format["comment-added.why"]);
}
