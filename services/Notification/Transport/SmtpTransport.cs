using System.Net;
using System.Net.Mail;
using Helpdesk.Notification.Ledger;

namespace Helpdesk.Notification.Transport;

/// <summary>Hands mails to an SMTP server and keeps the connection from one mail to the next.</summary>
sealed class SmtpTransport(TimeProvider time) : IMailTransport
{
    SmtpClient? _client;
    Mailbox? _connected;

    public async Task SendAsync(OutgoingMail mail, Mailbox mailbox, CancellationToken cancellationToken)
    {
        using var message = MailMessages.Of(mail);
        // The client's own timeout holds for its synchronous half alone.
        using var timeout = new CancellationTokenSource(mailbox.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        if (_connected?.LeadsElsewhereThan(mailbox) == true)
            Rest();
        _client ??= Connect(mailbox);
        _connected = mailbox;
        try
        {
            _client.DeliveryFormat = message.To[0].User.All(char.IsAscii) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;
            await _client.SendMailAsync(message, either.Token);
        }
        catch (Exception exception)
        {
            Rest();
            if (exception is SmtpFailedRecipientException { StatusCode: >= (SmtpStatusCode)500 } refused)
                throw new MailRefusedException(DeliveryCause.Refused, refused.Message, refused, refused.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed);
            if (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException($"The mail server did not take the mail within {mailbox.Timeout.TotalSeconds:0} seconds.", exception);
            throw;
        }
    }

    public void Rest()
    {
        _client?.Dispose();
        _client = null;
    }

    public void Dispose() => Rest();

    static SmtpClient Connect(Mailbox mailbox) => new(mailbox.Host, mailbox.Port)
    {
        EnableSsl = mailbox.Tls,
        Credentials = mailbox.User is null ? null : new NetworkCredential(mailbox.User, mailbox.Password),
    };
}
