using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Helpdesk.Notification.Transport;

static class MailMessages
{
    /// <summary>The mail as it goes over the wire: text first and HTML last, since mail programs show the last one they can.</summary>
    public static MailMessage Of(OutgoingMail mail, MailAddress from)
    {
        if (!MailAddress.TryCreate(mail.RecipientAddress, OneLine.Of(mail.RecipientName), Encoding.UTF8, out var to))
            throw new MailRefusedException("This is not an address that mail can be sent to.");

        var message = new MailMessage(from, to) { Subject = OneLine.Of(mail.Subject), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.AlternateViews.Add(Part(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(mail.Html, MediaTypeNames.Text.Html));
        message.Headers["Message-ID"] = OneLine.Of(mail.MailId);
        message.Headers["In-Reply-To"] = OneLine.Of(mail.ThreadId);
        message.Headers["References"] = OneLine.Of(mail.ThreadId);
        message.Headers["Content-Language"] = mail.Language;
        message.Headers["X-Helpdesk-Ticket"] = OneLine.Of(mail.TicketNumber);
        // Out-of-office programs keep silent towards mails marked like this; the second is the word of Exchange.
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["X-Auto-Response-Suppress"] = "All";
        return message;
    }

    static AlternateView Part(string content, string mediaType)
    {
        var part = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, mediaType);
        part.TransferEncoding = TransferEncoding.QuotedPrintable;
        return part;
    }
}
