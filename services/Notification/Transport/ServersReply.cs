using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Helpdesk.Notification.Transport;

/// <summary>What a mail server answered, by the numbers that mean the same everywhere (RFC 5321 and 3463), and in our words.</summary>
static partial class ServersReply
{
    /// <summary>Null when it answered nothing of the kind.</summary>
    public static string? Of(Exception? exception)
    {
        while (exception is not null and not SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure })
            exception = exception.InnerException;
        if (exception is not SmtpException smtp)
            return null;
        var (code, status) = ((int)smtp.StatusCode, EnhancedStatus().Match(smtp.Message));
        return string.Create(CultureInfo.InvariantCulture, $"The mail server answered {code}{(status.Success ? " " + status.Value : "")}: {(status.Success ? ByStatus(status.Groups[1].Value) : ByCode(code))}.");
    }

    static string ByStatus(string subjectAndDetail) => subjectAndDetail switch
    {
        "2.2" => "that mailbox is full",
        _ => subjectAndDetail[0] switch
        {
            '1' => "it takes no mail for that address",
            '2' => "that mailbox takes no mail",
            '3' => "it has no room, or takes no mail of that kind",
            '4' => "it could not pass the mail on",
            '5' => "it did not understand what was asked",
            '6' => "it does not take what the mail contains",
            '7' => "its rules are against it, or it wants another sign-in",
            _ => "it did not say why",
        },
    };

    static string ByCode(int code) => code switch
    {
        421 => "it serves nobody at the moment",
        450 or 550 or 551 or 553 => "it takes no mail for that address",
        452 or 552 => "it has no room",
        454 or 530 or 534 or 535 or 538 => "it wants another user or password, or a secure connection",
        < 500 => "it asks to try again later",
        _ => "it refused the mail",
    };

    [GeneratedRegex(@"(?<![\d.])[245]\.(\d\.\d{1,2})(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedStatus();
}
