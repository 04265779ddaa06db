namespace Helpdesk.Messaging;

/// <summary>Settings of messaging, section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>How often the outbox is looked at when nothing wakes the dispatcher: the bound on a timer's delay.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Messages sent side by side.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How long the broker may take to confirm a batch before its messages count as not delivered.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause of a message that could not be delivered; doubled each time.</summary>
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a message may be refused before it is set aside: with the pauses above, after a quarter of an hour.</summary>
    public int AttemptsBeforeSetAside { get; set; } = 10;

    /// <summary>A message that is due for longer makes health say "degraded".</summary>
    public TimeSpan LagLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a consumed message is remembered: longer than the broker could deliver it again.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often the inbox is rid of what is older.</summary>
    public TimeSpan InboxPurgeInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Messages that a queue hands to this process before it has acknowledged them.</summary>
    public ushort PrefetchCount { get; set; } = 16;
}
