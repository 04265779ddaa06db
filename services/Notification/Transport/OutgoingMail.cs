using System.Net.Mail;

namespace Helpdesk.Notification.Transport;

/// <summary>A mail ready to be handed over.</summary>
sealed record OutgoingMail
{
    public required string MailId { get; init; }
    public required string RecipientName { get; init; }
    public required string RecipientAddress { get; init; }
    public required string Subject { get; init; }
    public required string Html { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }
    public required MailAddress From { get; init; }
    /// <summary>The ticket; null when it is about none, or several.</summary>
    public string? TicketNumber { get; init; }
    /// <summary>Message-ID that all mails of the ticket refer to, so that mail programs keep them together; null when there is no ticket.</summary>
    public string? ThreadId { get; init; }
    /// <summary>Where a mail program turns this kind of mail off; null for what nobody can turn off.</summary>
    public string? Unsubscribe { get; init; }
}
