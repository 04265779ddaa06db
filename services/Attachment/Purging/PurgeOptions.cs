using Helpdesk.ServiceDefaults;

namespace Helpdesk.Attachment.Purging;

/// <summary>Settings of purging, section <c>Purge</c>.</summary>
sealed class PurgeOptions
{
    /// <summary>How often due purges are looked for.</summary>
    [Duration("00:00:00.050", "00:10:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a settled purge is remembered, for events that come late.</summary>
    [Duration("1.00:00:00", "365.00:00:00")]
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromDays(30);
}
