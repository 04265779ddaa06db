using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Helpdesk.Api.Deliveries;
using Helpdesk.ServiceDefaults.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Helpdesk.Notification.Transport;

/// <summary>One conversation with a mail server.</summary>
sealed class SmtpConnection(SmtpOptions smtp, bool forUtf8) : SmtpClient
{
    const SmtpCapabilities ForUtf8 = SmtpCapabilities.UTF8 | SmtpCapabilities.EightBitMime;

    /// <summary>Whether what was sent last may have been taken: its recipient was, and its content goes next.</summary>
    bool _begun;

    public bool Suits(OutgoingMail mail, SmtpOptions other) => forUtf8 == mail.NeedsUtf8 && !smtp.ConnectsElsewhereThan(other);

    /// <param name="smtp">Where to.</param>
    /// <param name="forUtf8">Whether it is for mails that need SMTPUTF8.</param>
    /// <param name="trust">Whom to believe; null for whom this machine believes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SmtpConnection> OpenAsync(
        SmtpOptions smtp, bool forUtf8, RemoteCertificateValidationCallback? trust, CancellationToken cancellationToken)
    {
        // Lists of revoked certificates lie wherever a certificate says, and whoever chooses the server would choose what we call.
        var connection = new SmtpConnection(smtp, forUtf8)
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = trust,
        };
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(smtp.Host, smtp.Port, cancellationToken);
            // Without a full name this end is told by its address (RFC 5321, 4.1.4).
            var ours = ((IPEndPoint)socket.LocalEndPoint!).Address.GetAddressBytes();
            connection.LocalDomain = smtp.HostName ?? new IPAddress(ours).ToString();
            await connection.ConnectAsync(socket, smtp.Host, smtp.Port, smtp.Tls switch
            {
                MailServerTls.Implicit => SecureSocketOptions.SslOnConnect,
                MailServerTls.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, cancellationToken);
            if (smtp.User is { } user && connection.Capabilities.HasFlag(SmtpCapabilities.Authentication))
                await connection.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(user, smtp.Password), cancellationToken);
            // Else it would be used wherever a domain is not in ASCII, and a server behind this one may not know it.
            if (!forUtf8)
                connection.Capabilities &= ~SmtpCapabilities.UTF8;
            return connection;
        }
        catch
        {
            connection.Dispose();
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="MailRefusedException">It was refused for good.</exception>
    /// <exception cref="MailServerUnavailableException">All mails have to wait.</exception>
    public async Task SendAsync(OutgoingMail mail, MimeMessage message, CancellationToken cancellationToken)
    {
        var format = FormatOptions.Default.Clone();
        format.International = forUtf8;
        if (forUtf8 && !Capabilities.HasFlag(ForUtf8))
        {
            throw new MailRefusedException(
                DeliveryCause.Refused, "The mail server takes no address with such letters: it does not offer SMTPUTF8.");
        }

        _begun = false;
        try
        {
            // To and from whom is said here alone, and never read from a header.
            await SendAsync(format, message, mail.From, [mail.To], cancellationToken);
        }
        catch (SmtpCommandException exception)
        {
            throw Judged(exception);
        }
    }

    /// <summary>
    /// Whether the server ended the conversation before the mail's content was said, as they do after a while, or many mails.
    /// </summary>
    public bool EndedBefore(Exception notSent) => !_begun && notSent is IOException or ProtocolException or ServiceNotConnectedException
        or MailServerUnavailableException { InnerException: SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable } };

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => _begun = true;

    static Exception Judged(SmtpCommandException exception) =>
        SmtpVerdicts.Of(SmtpReply.Of(exception)!.Value, exception.ErrorCode == SmtpErrorCode.RecipientNotAccepted) switch
        {
            SmtpVerdict.Bounced => new MailRefusedException(DeliveryCause.Refused, exception.Message, exception, byServer: true),
            SmtpVerdict.Rejected => new MailRefusedException(DeliveryCause.Rejected, exception.Message, exception),
            SmtpVerdict.Deferred => exception,
            _ => new MailServerUnavailableException(exception),
        };
}
