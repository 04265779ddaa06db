using System.Globalization;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Ledger;

static class MailSubject
{
    /// <summary>Longest subject that is stored and sent, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>The subject in one line. When it is too long the ticket's own words are cut, never its number, which comes first.</summary>
    public static string Of(Mail mail, Texts texts)
    {
        var whole = HeaderText.Sanitize(mail.Subject(texts));
        if (whole.Length <= MaxLength)
            return whole;
        return whole[..Fit(whole)].TrimEnd() + "…";
    }

    static int Fit(string text)
    {
        var fit = 0;
        // By text elements: half an emoji would be a replacement character in the mail.
        for (var next = 0; next < MaxLength; next += StringInfo.GetNextTextElementLength(text, next))
            fit = next;
        return fit;
    }
}
