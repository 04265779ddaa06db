namespace Helpdesk.Notification.Ledger;

/// <summary>How many mails of a kind to a mailbox were caused, since then, by people who only typed its address.</summary>
sealed class StrangersMail
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>The kind, and the mailbox.</summary>
    public required string Mailbox { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required int Mails { get; init; }

    /// <summary>The address in lower case, and without what some servers let anybody add to it.</summary>
    public static string MailboxOf(string address)
    {
        var lower = address.Trim().ToLowerInvariant();
        var (plus, at) = (lower.IndexOf('+', StringComparison.Ordinal), lower.LastIndexOf('@'));
        return plus > 0 && plus < at ? lower.Remove(plus, at - plus) : lower;
    }
}
