using System.Net.Security;
using MailKit.Net.Smtp;
using MimeKit;

namespace Helpdesk.Notification.Transport;

/// <summary>Hands mails to an SMTP server and keeps the connection from one mail to the next.</summary>
/// <param name="time">Bounds each mail.</param>
/// <param name="trust">Whom to believe; null for whom this machine believes.</param>
sealed class SmtpTransport(TimeProvider time, RemoteCertificateValidationCallback? trust = null) : IMailTransport
{
    /// <summary>A server that does not answer a farewell holds nobody up for long.</summary>
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    SmtpConnection? _connection;

    public async Task SendAsync(OutgoingMail mail, SmtpOptions smtp, CancellationToken cancellationToken)
    {
        using var message = MimeMessages.Create(mail);
        using var timeout = new CancellationTokenSource(smtp.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            if (_connection?.Suits(mail, smtp) != true || !await IsSentAsync(_connection, mail, message, either.Token))
            {
                Dispose();
                _connection = await SmtpConnection.OpenAsync(smtp, mail.NeedsUtf8, trust, either.Token);
                await _connection.SendAsync(mail, message, either.Token);
            }
        }
        catch (Exception exception) when (exception is MailRefusedException or SmtpCommandException && _connection is { IsConnected: true })
        {
            throw;
        }
        catch (Exception exception)
        {
            Dispose();
            if (cancellationToken.IsCancellationRequested || exception is MailRefusedException or MailServerUnavailableException)
                throw;
            throw timeout.IsCancellationRequested
                ? new TimeoutException($"The mail server did not take the mail within {smtp.Timeout.TotalSeconds:0} seconds.", exception)
                : new MailServerUnavailableException(exception);
        }
    }

    /// <summary>Not when the connection had come to its end in the meantime.</summary>
    static async Task<bool> IsSentAsync(SmtpConnection kept, OutgoingMail mail, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await kept.SendAsync(mail, message, cancellationToken);
            return true;
        }
        catch (Exception exception) when (kept.EndedBefore(exception))
        {
            return false;
        }
    }

    public async Task RestAsync()
    {
        if (_connection is not { } kept)
            return;
        using var timeout = new CancellationTokenSource(Farewell);
        try
        {
            await kept.DisconnectAsync(quit: true, timeout.Token);
        }
        catch (OperationCanceledException)
        {
        }

        Dispose();
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
