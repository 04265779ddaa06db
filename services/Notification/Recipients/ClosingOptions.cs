namespace Helpdesk.Notification.Recipients;

/// <summary>What the mails promise about closing by silence; the same settings as Ticketing's, which keeps the promise.</summary>
sealed class ClosingOptions
{
    /// <summary>After how long without an answer the ticket closes.</summary>
    public TimeSpan After { get; set; } = TimeSpan.FromHours(72);

    /// <summary>After how long without an answer the customer is warned.</summary>
    public TimeSpan WarnAfter { get; set; } = TimeSpan.FromHours(48);
}
