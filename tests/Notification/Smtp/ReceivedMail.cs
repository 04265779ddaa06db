namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>A mail as the server got it, and as a mail program would read it.</summary>
sealed class ReceivedMail(string to, string raw)
{
    public string To => to;
    public string Raw => raw;

    /// <summary>Headers as they stand, unfolded.</summary>
    public ILookup<string, string> Headers { get; } = Mime.Headers(raw);

    public string Subject => Mime.Decode(Header("Subject"));
    public string MailId => Header("Message-ID");
    public string Text => Part("text/plain");
    public string Html => Part("text/html");

    /// <summary>The HTML as a person sees it: entities resolved.</summary>
    public string Seen => System.Net.WebUtility.HtmlDecode(Html);

    public string Header(string name) => Assert.Single(Headers[name]);

    string Part(string mediaType) => Mime.Parts(raw).Single(x => x.Headers["Content-Type"].Single().StartsWith(mediaType, StringComparison.Ordinal)).Content;
}
