namespace Helpdesk.ServiceDefaults.Quotas;

/// <summary>
/// How often something may happen per subject, such as mails to a mailbox, within a window that begins with the first time.
/// A service keeps all its counts in one table (<see cref="QuotaSetup"/>) and counts with <see cref="QuotaCounter"/>.
/// </summary>
/// <param name="Name">What is counted, a constant: quotas of different names never share a count.</param>
/// <param name="Limit">How often it may happen; 0 for never.</param>
/// <param name="Window">Length of the window.</param>
public sealed record Quota(string Name, int Limit, TimeSpan Window)
{
    /// <summary>The quota of one subject.</summary>
    /// <param name="subject">Whose, such as the canonical form of a mailbox. Compared byte for byte.</param>
    public SubjectQuota Of(string subject) => new(this, subject);

    /// <summary>The quota of an account, a ticket, or whatever has an id.</summary>
    /// <param name="subject">Its id.</param>
    public SubjectQuota Of(Guid subject) => new(this, subject.ToString("D"));
}

/// <summary>A quota and whose it is.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Subject">Whose.</param>
public readonly record struct SubjectQuota(Quota Quota, string Subject)
{
    internal string Key => $"{Quota.Name}: {Subject}";
}
