using System.Text;
using MimeKit;

namespace Helpdesk.Notification.Transport;

/// <summary>A mail ready to be handed over.</summary>
sealed record OutgoingMail
{
    public required string MailId { get; init; }
    public required MailboxAddress From { get; init; }
    public required MailboxAddress To { get; init; }
    /// <summary>Whether only a server that knows SMTPUTF8 (RFC 6531) can take it: of a domain ASCII is enough.</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(To.LocalPart) || !Ascii.IsValid(From.LocalPart);
    public required string Subject { get; init; }
    public required string Html { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }
    /// <summary>Whether what it tells are a person's own words, and not the system's.</summary>
    public bool IsWrittenByPerson { get; init; }
    /// <summary>The ticket; null when it is about none, or several.</summary>
    public string? TicketNumber { get; init; }
    /// <summary>Message-ID of the first mail to that reader about the ticket, so that they are kept together; null for that one.</summary>
    public string? ThreadId { get; init; }
    /// <summary>Where a mail program turns this kind of mail off; null for what nobody can turn off.</summary>
    public string? Unsubscribe { get; init; }
}
