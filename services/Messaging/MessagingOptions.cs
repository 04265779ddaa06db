namespace Helpdesk.Messaging;

/// <summary>Settings of messaging, section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>How often the outbox is polled when nothing wakes the dispatcher; timers are at most this late.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Messages sent concurrently.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How long the broker may take to confirm a batch before its messages count as undelivered.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause after a failed delivery; doubled each time.</summary>
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Failed attempts before a message is set aside: with the pauses above, after a quarter of an hour.</summary>
    public int AttemptsBeforeSetAside { get; set; } = 10;

    /// <summary>A message that is due for longer makes the host degraded.</summary>
    public TimeSpan LagLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long consumed messages are remembered: longer than the broker might redeliver them.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often older inbox rows are deleted.</summary>
    public TimeSpan InboxPurgeInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Unacknowledged messages per queue.</summary>
    public ushort PrefetchCount { get; set; } = 16;
}
