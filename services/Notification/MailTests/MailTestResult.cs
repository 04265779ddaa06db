using System.Net.Sockets;
using Helpdesk.Api.MailTests;
using Helpdesk.Notification.Transport;
using MailKit.Security;

namespace Helpdesk.Notification.MailTests;

/// <summary>
/// What came of a test, in our words. The server's own are never repeated: behind the address may be anything that happens to
/// answer, and the test must not become a way to read it.
/// </summary>
sealed record MailTestResult(MailTestOutcome Outcome, string Explanation)
{
    public static MailTestResult Of(Exception? exception, SmtpOptions smtp) => exception switch
    {
        null => new(MailTestOutcome.Sent, "The mail server took the email. Check your inbox, and your spam folder too."),
        TimeoutException => new(
            MailTestOutcome.NoAnswer,
            $"The mail server did not answer within {smtp.Timeout.TotalSeconds:0} seconds. Check its address and port."),
        MailRefusedException { ByServer: true } => new(
            MailTestOutcome.RecipientRefused, "The mail server does not take mail for your address."),
        _ when SmtpReply.Of(exception) is { } reply => Of(reply.Code, smtp),
        MailRefusedException refused => new(MailTestOutcome.RecipientRefused, refused.Message),
        _ when Inner<SocketException>(exception)?.SocketErrorCode is
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
            new(MailTestOutcome.UnknownHost, "There is no server of that name."),
        _ when Inner<SslHandshakeException>(exception) is { } tls => new(MailTestOutcome.TlsFailed, tls.ServerCertificate is not null
            ? "No secure connection to the mail server: its certificate is not valid for that name."
            : "No secure connection: on that port the mail server speaks another TLS, or none. Port 465 begins with TLS, 587 does not."),
        _ when Inner<SocketException>(exception) is not null => new(
            MailTestOutcome.NoConnection,
            "No connection to the mail server. Check its address and port, and whether a firewall stands between."),
        _ when Inner<NotSupportedException>(exception) is not null => new(
            MailTestOutcome.TlsFailed,
            "The mail server offers no secure connection (STARTTLS) on that port. Port 465 may begin with one."),
        _ when Inner<AuthenticationException>(exception) is not null => SignIn(smtp),
        _ => Failed,
    };

    static MailTestResult Of(int code, SmtpOptions smtp) => code switch
    {
        530 or 534 or 535 or 538 or 454 or 504 => SignIn(smtp),
        >= 500 => new(
            MailTestOutcome.Refused, $"The mail server refused the mail for good (code {code}). Check the sender's address."),
        >= 400 => new(MailTestOutcome.RefusedForNow, $"The mail server asks to try again later (code {code})."),
        _ => Failed,
    };

    static MailTestResult Failed => new(
        MailTestOutcome.Failed, "The mail could not be handed over: what answers there does not speak like a mail server.");

    static MailTestResult SignIn(SmtpOptions smtp) => smtp.User is null
        ? new(MailTestOutcome.SignInNeeded, "The mail server wants a user and password, or a secure connection.")
        : new(
            MailTestOutcome.SignInRefused, "The mail server does not accept this user and password, or not without a secure connection.");

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
