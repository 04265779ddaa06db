using Helpdesk.ServiceDefaults;

namespace Helpdesk.Notification.Mails;

/// <summary>What a template knows besides its own data: the reader, their language, and where the button leads.</summary>
public sealed class MailFormatter(
    Texts texts, Zone zone, string sender, string recipient, string link, string audience, Func<string, string> ticketLink,
    Func<string, string>? trackingLink = null)
{
    /// <summary>
    /// Longest that is quoted in one mail, in UTF-16 units: mail programs clip what is over some 100 kilobytes, and with it the link.
    /// </summary>
    const int LongestQuote = 8_000;

    public Texts Texts => texts;
    public string Sender => sender;
    public string Link => link;

    public string this[string key] => texts[key];
    public string this[string key, params object[] values] => texts[key, values];

    /// <summary>By name, unless the name is bait: anybody can type one together with a stranger's address.</summary>
    public string Greeting => recipient.Length <= 100 && !recipient.AsSpan().ContainsAny("/@<>") && FirstName.TryOf(recipient, out var name)
        ? texts["layout.greeting", name]
        : texts["layout.greeting.unnamed"];

    public string Footer => texts[$"layout.footer.{audience}", sender];

    public string TicketLink(string number) => ticketLink(number);

    /// <summary>The customer's link behind a protected secret.</summary>
    public string TrackingLink(string token) => trackingLink?.Invoke(token) ?? link;

    /// <summary>For staff: that somebody only typed the customer's address.</summary>
    public string? Unverified(bool unverified) => unverified ? texts["unverified"] : null;

    public string When(DateTimeOffset at) => $"{texts.Moment(zone.Local(at))} ({zone.Label(at)})";

    public string Fact(string label, string value) => $"{texts[label]}: {value}";

    public string By(QuotedMessage message) => texts["conversation.by", message.Author.Length == 0 ? sender : message.Author];

    /// <summary>The first words, which mail programs show beside the subject.</summary>
    public static string Preview(string words) => words.Length <= 140 ? words : Cut(words, 140) + "…";

    public string? Files(IReadOnlyList<string> names) =>
        names.Count == 0 ? null : texts[names.Count == 1 ? "files.one" : "files.many", names.Count, string.Join(", ", names)];

    /// <summary>As much of a long message as a mail can carry, when it is one of so many.</summary>
    public (string Text, string? More) Excerpt(string words, int share = 1)
    {
        var longest = LongestQuote / share;
        return words.Length <= longest ? (words, null) : (Cut(words, longest) + "…", texts["quote.more"]);
    }

    /// <summary>What was said, for the text part.</summary>
    public string Conversation(IReadOnlyList<QuotedMessage> messages) => Blocks([.. messages.SelectMany(x =>
    {
        var (words, more) = Excerpt(x.Text, messages.Count);
        return new[] { messages.Count > 1 ? By(x) : null, Quote(words), more, Files(x.Files), Unverified(x.Unverified) };
    })]);

    /// <summary>A person's own words, marked line by line, so that they cannot pass for ours.</summary>
    public static string Quote(string words) => "> " + words.ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal);

    public static string Blocks(params string?[] blocks) => string.Join("\n\n", blocks.Where(x => x is not null));

    static string Cut(string words, int length) => words[..(char.IsHighSurrogate(words[length - 1]) ? length - 1 : length)];
}
