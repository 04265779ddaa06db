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
    public required string TicketNumber { get; init; }
    /// <summary>Message-ID that all mails of the ticket refer to, so that mail programs keep them together.</summary>
    public required string ThreadId { get; init; }
}
