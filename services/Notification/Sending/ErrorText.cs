using System.Text.RegularExpressions;
using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Sending;

static partial class ErrorText
{
    const int MaxLength = 300;

    /// <summary>
    /// What the ledger tells of it. A server that is chosen in the settings is quoted by its numbers alone: whoever steals the token of
    /// somebody
    /// who may choose it shall not read what answers inside our network.
    /// </summary>
    public static string ForLedger(Exception exception, SmtpOptions? smtp) =>
        (smtp?.IsChosen == true ? SmtpReplyText.Describe(exception) : null) ?? Of(exception);

    /// <summary>The same for the log, which others read than the ledger: servers like to repeat the address that they refuse.</summary>
    public static string ForLog(Exception exception) => Address().Replace(Of(exception), "(address)");

    /// <summary>What went wrong, from the outermost to the innermost cause, each said once, in one line and not in many words.</summary>
    public static string Of(Exception exception)
    {
        var said = new List<string>();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var message = HeaderText.Sanitize(cause.Message);
            if (cause is not OperationCanceledException && !said.Contains(message))
                said.Add(message);
        }

        var words = string.Join(" ", said);
        // Not between the halves of a sign.
        return words.Length <= MaxLength ? words : words[..(MaxLength - (char.IsHighSurrogate(words[MaxLength - 1]) ? 1 : 0))];
    }

    [GeneratedRegex(@"[^\s<>:,;]+@[^\s<>:,;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
