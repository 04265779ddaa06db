using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Helpdesk.Notification.Ledger;
using Helpdesk.ServiceDefaults.Mail;

namespace Helpdesk.Notification.Transport;

static class MailMessages
{
    /// <summary>The mail as it goes over the wire: text first and HTML last, since mail programs show the last one they can.</summary>
    public static MailMessage Of(OutgoingMail mail)
    {
        // One that was accepted by former rules, and is none by today's, is still somebody's.
        var deliverable = EmailAddress.TryParse(mail.RecipientAddress, out var read) ? read.Deliverable : mail.RecipientAddress;
        if (!MailAddress.TryCreate(deliverable, OneLine.Of(mail.RecipientName), Encoding.UTF8, out var to))
            throw new MailRefusedException(DeliveryCause.Refused, "This is not an address that mail can be sent to.");

        var message = new MailMessage(mail.From, to) { Subject = OneLine.Of(mail.Subject), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.AlternateViews.Add(Part(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(mail.Html, MediaTypeNames.Text.Html));
        message.Headers["Message-ID"] = OneLine.Of(mail.MailId);
        if (mail.ThreadId is { } thread)
            message.Headers["In-Reply-To"] = message.Headers["References"] = OneLine.Of(thread);
        message.Headers["Content-Language"] = mail.Language;
        if (mail.TicketNumber is { } ticket)
            message.Headers["X-Helpdesk-Ticket"] = OneLine.Of(ticket);
        if (mail.Unsubscribe is { } address)
        {
            message.Headers["List-Unsubscribe"] = $"<{OneLine.Of(address)}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

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
