namespace Helpdesk.Notification.Mails;

/// <summary>One message of a conversation, as a mail quotes it.</summary>
/// <param name="Author">Who wrote it; empty when it was the installation.</param>
/// <param name="Text">What, as plain text.</param>
/// <param name="Files">Names of the files that came with it.</param>
/// <param name="Version">Counts the changes of the ticket: what tells which was said first.</param>
/// <param name="Unverified">Whether nothing shows that the words are the customer's own.</param>
public sealed record QuotedMessage(string Author, string Text, IReadOnlyList<string> Files, long Version, bool Unverified = false)
{
    /// <summary>More than so many are not gathered in one mail.</summary>
    public const int Most = 10;

    /// <summary>Both in the order in which they were said; null when that is too much for one mail.</summary>
    public static IReadOnlyList<QuotedMessage>? Together(IEnumerable<QuotedMessage> some, IEnumerable<QuotedMessage> others)
    {
        QuotedMessage[] all = [.. some.Concat(others).OrderBy(x => x.Version)];
        return all.Length > Most ? null : all;
    }
}
