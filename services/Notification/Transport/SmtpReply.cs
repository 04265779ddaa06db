using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;

namespace Helpdesk.Notification.Transport;

/// <summary>What a mail server answered, in numbers (RFC 5321 and 3463).</summary>
/// <param name="Code">Three digits; of them the first tells what is final.</param>
/// <param name="Subject">
/// Of the enhanced status code; 0 when there is none. 1 the address, 2 the mailbox, 3 the system, 4 the network, 5 the protocol, 6 the
/// content, 7 the policy.
/// </param>
/// <param name="Detail">What of it.</param>
readonly partial record struct SmtpReply(int Code, int Subject, int Detail)
{
    const int AuthenticationRequired = 530;

    public bool IsFinal => Code >= 500;

    /// <summary>The enhanced status code; null when there is none.</summary>
    public string? Status => Subject == 0 && Detail == 0 ? null : $"{Code / 100}.{Subject}.{Detail}";

    public override string ToString() => Status is { } status ? $"{Code} {status}" : $"{Code}";

    /// <summary>Null when nothing of the kind was answered.</summary>
    public static SmtpReply? Of(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SmtpCommandException refused)
                return Of((int)refused.StatusCode, refused.Message);
            if (exception is ServiceNotAuthenticatedException)
                return Of(AuthenticationRequired, exception.Message);
        }

        return null;
    }

    public static SmtpReply Of(int code, string text) =>
        EnhancedStatus().Match(text) is { Success: true, Groups: var groups }
            ? new(code, Number(groups[1]), Number(groups[2])) : new(code, 0, 0);

    static int Number(Group digits) => int.Parse(digits.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[245]\.(\d{1,3})\.(\d{1,3})(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedStatus();
}
