using System.Diagnostics.CodeAnalysis;
using Helpdesk.Contracts;

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

    public static QuotedMessage Of(AgentReplied e) => new(e.Author.Name, e.Text, Names(e.Attachments), e.Ticket.Version);

    public static QuotedMessage Of(CustomerReplied e) => new(
        e.Ticket.Customer.Name, e.Text, Names(e.Attachments), e.Ticket.Version, e.Verification == CustomerVerification.Unverified);

    /// <summary>All in the order in which they were written.</summary>
    /// <returns>False when that is too much for one mail.</returns>
    public static bool TryCombine(
        IEnumerable<QuotedMessage> some, IEnumerable<QuotedMessage> others, [NotNullWhen(true)] out IReadOnlyList<QuotedMessage>? all)
    {
        QuotedMessage[] ordered = [.. some.Concat(others).OrderBy(x => x.Version)];
        all = ordered.Length > Most ? null : ordered;
        return all is not null;
    }

    static string[] Names(IReadOnlyList<AttachedFile> files) => [.. files.Select(x => x.FileName)];
}
