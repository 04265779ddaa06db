using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Messaging;

/// <summary>Settings of messaging, section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>How often the outbox is looked at when nothing wakes the dispatcher: the bound on a timer's delay.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Messages sent side by side.</summary>
    [Range(1, 5000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>How long the broker may take to confirm a batch before its messages count as not delivered.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause of a message that could not be delivered; doubled each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a message may be refused before it is set aside: with the pauses above, after a quarter of an hour.</summary>
    [Range(1, 1000)]
    public int AttemptsBeforeSetAside { get; set; } = 10;

    /// <summary>A message that is due for longer makes health say "degraded".</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LagLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a consumed message is remembered: longer than the broker could deliver it again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often the inbox is rid of what is older.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan InboxPurgeInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Messages that a queue hands to this process before it has acknowledged them.</summary>
    [Range(1, 1000)]
    public ushort PrefetchCount { get; set; } = 16;
}
