using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.MailTests;

/// <summary>
/// What came of a test, in our words. The server's own are never repeated: behind the address may be anything that happens to
/// answer, and the test must not become a way to read it.
/// </summary>
sealed record Outcome(string Word, string Explanation)
{
    public const string Sent = "sent";

    public static Outcome Of(Exception? exception, Mailbox mailbox) => exception switch
    {
        null => new(Sent, "The mail server took the mail. Look into your mailbox, and among unwanted mail too."),
        TimeoutException => new("no-answer", $"The mail server did not answer within {mailbox.Timeout.TotalSeconds:0} seconds. Check its address and port."),
        MailRefusedException { ByServer: true } => new("recipient-refused", "The mail server does not take mail for your address."),
        MailRefusedException => new("recipient-refused", "Your account has no address that mail can be sent to."),
        _ when Inner<SocketException>(exception) is { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => new("unknown-host", "There is no server of that name."),
        _ when Inner<SocketException>(exception) is not null => new("no-connection", "No connection to the mail server. Check its address and port, and whether a firewall stands between."),
        _ when Inner<AuthenticationException>(exception) is not null => new("tls-failed", "No secure connection to the mail server: its certificate is not valid for that name."),
        SmtpException smtp => Of((int)smtp.StatusCode, mailbox),
        _ => new("failed", "The mail could not be handed over: what answers there does not speak like a mail server."),
    };

    static Outcome Of(int code, Mailbox mailbox) => code switch
    {
        530 or 534 or 535 or 538 or 454 or 504 => mailbox.User is null
            ? new("sign-in-needed", "The mail server wants a user and password, or a secure connection.")
            : new("sign-in-refused", "The mail server does not accept this user and password, or not without a secure connection."),
        >= 500 and < 600 => new("refused", $"The mail server refused the mail for good (code {code}). Check the sender's address."),
        >= 400 and < 500 => new("refused-for-now", $"The mail server asks to try again later (code {code})."),
        _ => new("failed", mailbox.Tls ? "The mail could not be handed over: the server offers no secure connection, or does not speak like a mail server." : "The mail could not be handed over: what answers there does not speak like a mail server."),
    };

    static T? Inner<T>(Exception? exception) where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
