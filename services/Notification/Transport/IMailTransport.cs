namespace Helpdesk.Notification.Transport;

/// <summary>The way out for mails. Not for several callers at a time: each keeps one, and with it one connection.</summary>
interface IMailTransport : IDisposable
{
    /// <summary>Hands a mail over; returns once the other side has taken responsibility for it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="smtp">Where to; another than before gets a connection of its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MailRefusedException">It was refused for good.</exception>
    /// <exception cref="MailServerUnavailableException">All mails have to wait.</exception>
    /// <exception cref="TimeoutException">The same, for the server took too long.</exception>
    Task SendAsync(OutgoingMail mail, SmtpOptions smtp, CancellationToken cancellationToken);

    /// <summary>Nothing more to send for now: let go of the connection.</summary>
    Task RestAsync();
}
