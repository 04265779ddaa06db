using System.Text;
using MimeKit;

namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>A mail as the server got it, and as a mail program would read it.</summary>
sealed class ReceivedMail(string to, string raw, string from)
{
    public string To => to;
    public string Raw => raw;

    /// <summary>What the machine that handed it over called itself.</summary>
    public string HandedOverBy => from;

    public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(raw)));

    public string Subject => Message.Subject ?? "";
    public string MailId => Header("Message-ID");
    public string Text => Message.TextBody!.ReplaceLineEndings("\n");
    public string Html => Message.HtmlBody!.ReplaceLineEndings("\n");

    /// <summary>The name of its sender.</summary>
    public string? Sender => Assert.IsType<MailboxAddress>(Assert.Single(Message.From)).Name;

    /// <summary>The HTML as a person sees it: entities resolved.</summary>
    public string Seen => System.Net.WebUtility.HtmlDecode(Html);

    public IEnumerable<string> Headers(string name) =>
        Message.Headers.Concat(Message.Body!.Headers)
            .Where(x => x.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(x => x.Value);

    public string Header(string name) => Assert.Single(Headers(name));
}
