using System.Net;
using System.Net.Mail;

namespace Helpdesk.Notification.Transport;

/// <summary>Hands mails to an SMTP server and keeps the connection from one mail to the next.</summary>
sealed class SmtpTransport(MailSettings settings, TimeProvider time) : IMailTransport
{
    SmtpClient? _client;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MailMessages.Of(mail, settings.From);
        // The client's own timeout holds for its synchronous half alone.
        using var timeout = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        _client ??= Connect();
        try
        {
            _client.DeliveryFormat = message.To[0].User.All(char.IsAscii) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;
            await _client.SendMailAsync(message, either.Token);
        }
        catch (Exception exception)
        {
            Rest();
            if (exception is SmtpFailedRecipientException { StatusCode: >= (SmtpStatusCode)500 } refused)
                throw new MailRefusedException(refused.Message, refused);
            if (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException($"The mail server did not take the mail within {settings.Timeout.TotalSeconds:0} seconds.", exception);
            throw;
        }
    }

    public void Rest()
    {
        _client?.Dispose();
        _client = null;
    }

    public void Dispose() => Rest();

    SmtpClient Connect() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.Tls,
        Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
    };
}
