namespace Helpdesk.Notification.Ledger;

/// <summary>How bursts are calmed.</summary>
sealed class BurstOptions
{
    /// <summary>
    /// What happens within this time after a mail to the same person about the same is told together; zero tells everything at once.
    /// </summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
