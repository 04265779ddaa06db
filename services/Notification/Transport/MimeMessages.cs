using System.Text;
using MimeKit;
using MimeKit.Text;

namespace Helpdesk.Notification.Transport;

static class MimeMessages
{
    /// <summary>The mail as it goes over the wire: text first and HTML last, since mail programs show the last one they can.</summary>
    public static MimeMessage Create(OutgoingMail mail)
    {
        var subject = HeaderText.Sanitize(mail.Subject);
        var message = new MimeMessage { MessageId = mail.MailId, Subject = subject };
        message.Headers.Replace(Named(HeaderId.From, mail.From));
        message.Headers.Replace(Named(HeaderId.To, mail.To));
        // What only looks like an encoded word would be read as one.
        if (subject.Contains("=?", StringComparison.Ordinal))
            message.Headers.Replace(Raw(HeaderId.Subject, EncodedWords.Of(subject)));
        message.Body = new MultipartAlternative { Part(mail.Text, TextFormat.Plain), Part(mail.Html, TextFormat.Html) };
        if (mail.ThreadId is { } thread)
        {
            message.InReplyTo = thread;
            message.Headers.Replace(HeaderId.References, thread);
        }

        message.Headers.Replace(HeaderId.ContentLanguage, mail.Language);
        if (mail.TicketNumber is { } ticket)
            message.Headers.Replace("X-Helpdesk-Ticket", HeaderText.Sanitize(ticket));
        if (mail.Unsubscribe is { } address)
        {
            message.Headers.Replace(Raw(HeaderId.ListUnsubscribe, $"<{HeaderText.Sanitize(address)}>"));
            message.Headers.Replace(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        if (mail.IsWrittenByPerson)
            return message;
        // Out-of-office programs keep silent towards mails marked like this (RFC 3834); the second is the word of Exchange.
        message.Headers.Replace(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Replace("X-Auto-Response-Suppress", "All");
        return message;
    }

    static Header Named(HeaderId id, MailboxAddress mailbox)
    {
        var address = $"<{AddressParser.ToAscii(mailbox)}>";
        return Raw(id, mailbox.Name is { Length: > 0 } name ? $"{EncodedWords.Phrase(name)}\r\n {address}" : address);
    }

    /// <summary>As it stands, and never written anew by other rules.</summary>
    static Header Raw(HeaderId id, string value)
    {
        var header = new Header(id, "");
        header.SetRawValue(Encoding.UTF8.GetBytes($" {value}\r\n"));
        return header;
    }

    static TextPart Part(string content, TextFormat format) => new(format)
    {
        Text = content,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };
}
